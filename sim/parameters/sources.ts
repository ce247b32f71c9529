/** The sources behind the parameter table, named once. Pages were read as abstracts or excerpts, not in full. */

/** Nothing published: the value is ours, and belongs in every sensitivity analysis. */
export const ASSUMED = "Holdfast assumption: no published figure";
/** Decided by whoever asks the question, not estimated. */
export const DECIDED = "Design choice";

/** What an assumed row says about its origin. */
export const assumption = { grade: "assumption", evidence: "–", source: ASSUMED } as const;
/** The same for a setting that is decided. */
export const decision = { grade: "choice", evidence: "–", source: DECIDED } as const;

export const WESTLAKE = "Westlake et al., 2024, https://doi.org/10.1155/2024/2479543 (abstract)";
export const HEE_ROLE =
  "Health Education England, role page for link workers, undated, https://www.hee.nhs.uk/our-work/workforce-transformation/spread-adoption/hee-roles-explorer/system-priorities-primary-care/social-prescribing-link-worker";
export const CPRD =
  "Bu et al., 2025, preprint on social prescribing in CPRD records, https://sciety.org/articles/activity/10.1101/2025.04.04.25325237 (abstract of the first version: 10.6% refused in 2023; of a later one: 12%)";
export const AGENDA_FOR_CHANGE =
  "NHS Staff Council, Agenda for Change handbook of 2005, section 10.1: a full-time week of 37.5 hours, quoted at https://www.markettransfer.info/clause/working-week/_4";
export const CQC =
  "Care Quality Commission survey, 2024, https://www.independentnurse.co.uk/content/news/cqc-reports-long-waits-and-greater-demand-for-mental-health-services";
export const OOSTERHOLT = "Oosterholt et al., 2016, https://repub.eur.nl/pub/85947";
export const SALYERS = "Salyers et al., 2017, https://pmc.ncbi.nlm.nih.gov/articles/PMC5377877";
export const HODKINSON = "Hodkinson et al., 2022, https://doi.org/10.1136/bmj-2022-070442";
export const NUFFIELD =
  "Nuffield Trust, 2023, https://www.nuffieldtrust.org.uk/resource/all-is-not-well-sickness-absence-in-the-nhs-in-england";
export const BORRITZ = "Borritz et al. (PUMA), 2006, https://pubmed.ncbi.nlm.nih.gov/16449044/";
export const FUKUI = "Fukui et al., 2020, https://ps.psychiatryonline.org/doi/10.1176/appi.ps.201900246";
export const GREEN = "Green et al., 2019, https://pmc.ncbi.nlm.nih.gov/articles/PMC8906191";
export const TIERNEY =
  "Tierney et al., 2025, https://researchportal.plymouth.ac.uk/en/publications/factors-associated-with-link-workers-considering-leaving-their-ro/";
export const MOR_BARAK = "Mor Barak et al., 2009, https://cwrp.ca/fr/node/4221";
export const DREISON =
  "Dreison et al., 2018, https://scholarworks.indianapolis.iu.edu/items/e0f6fe66-799f-4256-9e69-4339f4d73b34";
export const PANAGIOTI = "Panagioti et al., 2017, https://pubmed.ncbi.nlm.nih.gov/27918798/";
export const AWA =
  "Awa et al., 2010, https://c.coek.info/pdf-burnout-prevention-a-review-of-intervention-programs-.html";
export const ARONSSON = "Aronsson et al., 2017, https://pmc.ncbi.nlm.nih.gov/articles/PMC5356239";
export const NALW =
  "National Association of Link Workers, 2020, https://www.nalw.org.uk/29-of-social-prescribing-link-workers-plan-to-leave-in-the-next-year-due-to-lack-of-clinical-supervision-and-support-according-to-nalw-survey/";
export const VCSE =
  "PBE and NTU VCSE Barometer, 2024, https://ethicalmarketingnews.com/1-in-5-charities-cut-back-services-despite-spiralling-demand";
export const CARNES = "Carnes et al., 2017, https://dx.doi.org/10.1186/s12913-017-2778-y";
export const ARRS =
  "NHS England reimbursement maximum of £40,159 from July 2023, raised by 5.5%: The Pharmacist, https://www.thepharmacist.co.uk/news/no-new-funding-for-arrs-pay-increases/ and Pulse, https://pulsetoday.co.uk/pulse-pcn/arrs-increases-in-line-with-agenda-for-change-nhs-england-confirms";
export const HOMER =
  "Homer, 1985, System Dynamics Review 1(1), 42–62, of 1984 at https://archives.albany.edu/concern/daos/9k41zx81n (abstract)";
export const BURNOUT_SCRIPTS =
  "scripts by Eker and Kwakkel, 2012, for a Vensim copy of the model, https://github.com/quaquel/EMAworkbench, src/sandbox/lookups/Burnout.py";
