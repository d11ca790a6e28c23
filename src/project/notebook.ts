/** The folder in a project that keeps what is needed to take steps back; git ignores it. */
export const notebook = '.roadmap';
