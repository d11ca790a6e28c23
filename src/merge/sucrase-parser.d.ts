// The package declares the types of what it exports; its parser alone is a fifth of it.
declare module 'sucrase/dist/parser/index.js' {
  export { parse } from 'sucrase/dist/types/parser/index';
}
