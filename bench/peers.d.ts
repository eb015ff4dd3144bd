/** The programs under comparison are installed in bench/ alone, and most have no types of their own: here they are untyped. */

declare module '@pdf-lib/fontkit';
declare module '@react-pdf/renderer';
declare module 'pdf-lib';
declare module 'pdfmake';
declare module 'playwright-core';
declare module 'react';
