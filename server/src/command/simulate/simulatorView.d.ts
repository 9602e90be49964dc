/** The simulator's view, embedded in the bundle by the build. */
declare module 'simulator-view' {
  const view: {
    readonly style: string;
    readonly script: string;
    /** SHA-256 of each, in base64. */
    readonly styleDigest: string;
    readonly scriptDigest: string;
  };
  export default view;
}
