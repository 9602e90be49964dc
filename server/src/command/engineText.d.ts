/** The bundle of `engine.ts` as a text, which the build puts into the command line's one file. */
declare module 'engine-text' {
  const text: string;
  export default text;
}
