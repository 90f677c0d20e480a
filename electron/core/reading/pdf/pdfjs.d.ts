/** The package declares no types for its worker; loading it is all we do. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
