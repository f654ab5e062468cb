export { ChainGapFields, ChainGapsFields, ChainGapsQuery, StageGapFields } from "./chain-gaps.js";
export { ChainGroupFields, ChainMapFields, ChainMapQuery } from "./chain-map.js";
export { FundLookThroughQuery } from "./fund-look-through.js";
export { LimitsQuery } from "./limits.js";
export { NodeQuery } from "./node.js";
export { NodesQuery } from "./nodes.js";
export { OwnershipQuery } from "./ownership.js";
export { PropertyTermsQuery } from "./property-terms.js";
export { VocabularyQuery } from "./vocabulary.js";
