/**
 * What the browser runs first: it starts the first workers, and then the page. A worker starts only while the page's own thread
 * has time for it, so it must not find that thread busy with the whole page.
 */
import { pool } from "./workers";

pool.startFirst();
void import("./main");
