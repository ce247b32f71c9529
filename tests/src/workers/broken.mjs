/** A worker that cannot even be loaded. */
import "./there-is-no-such-file.mjs";
