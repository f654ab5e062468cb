export { LimitsQuery } from "./limits.js";
export { NodeQuery } from "./node.js";
export { NodesQuery } from "./nodes.js";
export { VocabularyQuery } from "./vocabulary.js";
