/** The bundle of `engine.ts` as a text, which the build embeds in the command line's single file. */
declare module 'engine-text' {
  const text: string;
  export default text;
}
