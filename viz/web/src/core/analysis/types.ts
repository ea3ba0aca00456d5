import type { components } from "../../api/schema";

type Schemas = components["schemas"];
export type Run = Schemas["RunOut"];
export type Measurement = Schemas["MeasurementOut"];
export type Figure = Schemas["FigureOut"];
/** The document of the API names its discriminator otherwise for this one. */
export type Summary = Omit<Schemas["SummaryOut"], "question"> & { readonly question: "summary" };
export type Communities = Schemas["CommunitiesOut"];
export type Brokers = Schemas["BrokersOut"];
export type Bridging = Schemas["BridgingOut"];
export type Coverage = Schemas["CoverageOut"];
export type Suggestions = Schemas["SuggestionsOut"];
export type Trends = Schemas["TrendsOut"];
export type Answer = Summary | Communities | Brokers | Bridging | Coverage | Suggestions | Trends;

export const QUESTIONS = ["summary", "communities", "brokers", "bridging", "coverage", "suggestions", "trends"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Questions that tell of single people. */
export const OF_PEOPLE: ReadonlySet<Question> = new Set(["brokers", "suggestions"] as const);

export const SECTORS = ["resident", "civil_society", "city", "politics", "business", "education"] as const;
export type Sector = (typeof SECTORS)[number];
