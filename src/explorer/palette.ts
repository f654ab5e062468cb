// Written by npm run emit from the model; do not edit.
import type { EntityKind } from "./operations.js";

export const KIND_COLOURS: Readonly<Record<EntityKind, string>> = {
  REGION: "#6b7350",
  ZONE: "#1f6650",
  INDUSTRY: "#a0702a",
  CHAIN: "#b0531c",
  STAGE: "#86601f",
  PRODUCT: "#7d6a4c",
  COMPANY: "#1e5a94",
  PROJECT: "#356d9e",
  UNIVERSITY: "#67418f",
  INSTITUTE: "#8557a3",
  AGENCY: "#46566b",
  FUND: "#a02c4c",
  PERSON: "#7c4a36",
  POLICY: "#566a80",
  PLATFORM: "#1d7480",
  TASK_FORCE: "#53606f",
  MEASURE: "#6b6a58",
  MILESTONE: "#8c5a2b",
  DESIGNATION: "#8a6116",
  SOURCE: "#6f6f6f",
};
