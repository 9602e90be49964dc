/** Bundles as texts of functions of what a module is given, which the build embeds in the command line's single file. */
declare module 'engine-texts' {
  const texts: {
    /** The bundle of `engine.ts`. */
    readonly engine: string;
    /** What few runs need, by the name under which the engine asks for it. */
    readonly late: Readonly<Record<string, string>>;
  };
  export default texts;
}
