/** What is loaded when a closer look is asked for. */
export { Careers } from "./Careers";
export { Differences } from "./Differences";
export { Ways } from "./Ways";
