-- title: Tables of the warehouse
-- description: Everything that was read, with its keys, checks and comments; running it again on a built file changes nothing.
-- grain: one statement a table, parents before children

-- Long columns of texts that are nearly all different are kept uncompressed: their common compression unpacks whole
-- segments to get at a single row, which made lists of claims three to nine times as slow on a million of them.

create table if not exists schema_version (
    version integer primary key,
    name varchar not null
);
comment on table schema_version is 'Migrations that this file has been through; the highest version is the one it has';
comment on column schema_version.version is 'Number of the migration, as in queries/schema/001_tables.sql';
comment on column schema_version.name is 'File name of the migration';

create table if not exists builds (
    build_id integer primary key,
    built_at timestamp not null,
    program_version varchar not null,
    rules_hash varchar not null,
    new_documents integer not null,
    changed_documents integer not null,
    removed_documents integer not null,
    documents integer not null,
    claims integer not null
);
comment on table builds is 'One row for each build that changed the file, oldest first';
comment on column builds.build_id is 'Counts from 1';
comment on column builds.built_at is 'When the build finished, UTC';
comment on column builds.program_version is 'Version of leaderboard that built it';
comment on column builds.rules_hash is 'Fingerprint of rules and taxonomy: where it differs, documents are extracted again';
comment on column builds.new_documents is 'Documents that were not there before';
comment on column builds.changed_documents is 'Documents whose text or details changed';
comment on column builds.removed_documents is 'Documents that their sources no longer hold';
comment on column builds.documents is 'Documents after the build';
comment on column builds.claims is 'Claims after the build';

create table if not exists sources (
    source_id varchar primary key,
    name varchar not null,
    documents integer not null,
    refusals integer not null
);
comment on table sources is 'Files that documents were read from';
comment on column sources.source_id is 'Short hash of the resolved path, so that one file read from two folders is one source';
comment on column sources.name is 'The file as it was named when it was last read';
comment on column sources.documents is 'Documents that it holds';
comment on column sources.refusals is 'Places in it that could not be read';

create table if not exists refusals (
    source varchar not null,
    place varchar not null,
    reason varchar not null,
    source_id varchar not null
);
comment on table refusals is 'What could not be read, with the reason';
comment on column refusals.source is 'The file as it was named';
comment on column refusals.place is 'Where in the file: a line, an entry, a stretch of characters';
comment on column refusals.reason is 'Why it was refused';
comment on column refusals.source_id is 'The source that it belongs to';

create table if not exists families (
    family varchar primary key,
    parent varchar,
    cues varchar[] not null,
    colour varchar,
    shape varchar,
    depth integer not null,
    documents integer not null,
    claims integer not null
);
comment on table families is 'Method families, a tree by parent';
comment on column families.family is 'Name of the family';
comment on column families.parent is 'The family above it; null at the top';
comment on column families.cues is 'Words that speak for it';
comment on column families.colour is 'Fixed colour on charts, as #rrggbb';
comment on column families.shape is 'Fixed point shape on charts';
comment on column families.depth is '0 at the top of the tree';
comment on column families.documents is 'Documents with this family, in any rank';
comment on column families.claims is 'Claims whose main family it is';

create table if not exists benchmarks (
    benchmark_name varchar primary key,
    task varchar,
    area varchar,
    usual_metric varchar,
    source varchar,
    is_known boolean not null,
    documents integer not null,
    claims integer not null
);
comment on table benchmarks is 'Benchmarks of the taxonomy, and those that papers named and no list knows';
comment on column benchmarks.benchmark_name is 'Canonical name, or the most frequent spelling where no list knows it';
comment on column benchmarks.task is 'What it tests';
comment on column benchmarks.area is 'Field that the task belongs to';
comment on column benchmarks.usual_metric is 'Metric that it is usually reported with';
comment on column benchmarks.source is 'List that the row comes from; null where only papers name it';
comment on column benchmarks.is_known is 'Whether the taxonomy has it';
comment on column benchmarks.documents is 'Documents with a claim on it';
comment on column benchmarks.claims is 'Claims on it';

create table if not exists metrics (
    metric_name varchar primary key,
    unit varchar,
    higher_is_better boolean,
    aspect varchar not null,
    source varchar,
    is_known boolean not null,
    documents integer not null,
    claims integer not null
);
comment on table metrics is 'Metrics of the taxonomy, and those that papers named and no list knows';
comment on column metrics.metric_name is 'Canonical name, or the most frequent spelling where no list knows it';
comment on column metrics.unit is 'Usual unit';
comment on column metrics.higher_is_better is 'Which way is better; null where nobody knows, and then nothing is ranked';
comment on column metrics.aspect is 'What it measures: quality, error, safety, speed, cost, size or other; of unknown ones by words of the name';
comment on column metrics.source is 'List that the row comes from; null where only papers name it';
comment on column metrics.is_known is 'Whether the taxonomy has it';
comment on column metrics.documents is 'Documents with a claim in it';
comment on column metrics.claims is 'Claims in it';

create table if not exists models (
    model_name varchar primary key,
    family varchar,
    organisation varchar,
    sizes varchar[] not null,
    source varchar,
    is_known boolean not null,
    documents integer not null,
    claims integer not null
);
comment on table models is 'Base models of the taxonomy, and those that papers named and no list knows';
comment on column models.model_name is 'Canonical name, or the most frequent spelling where no list knows it';
comment on column models.family is 'Series of models that it belongs to';
comment on column models.organisation is 'Who made it';
comment on column models.sizes is 'Sizes that it comes in';
comment on column models.source is 'List that the row comes from; null where only papers name it';
comment on column models.is_known is 'Whether the taxonomy has it';
comment on column models.documents is 'Documents with a claim on it';
comment on column models.claims is 'Claims on it';

create table if not exists methods (
    method_name varchar primary key,
    documents integer not null,
    claims integer not null,
    results integer not null,
    baselines integer not null,
    measured_against integer not null
);
comment on table methods is 'Systems that numbers belong to or are measured against, as papers name them';
comment on column methods.method_name is 'The most frequent spelling';
comment on column methods.documents is 'Documents that speak of it';
comment on column methods.claims is 'Claims about it, or against it';
comment on column methods.results is 'Own results on a named benchmark';
comment on column methods.baselines is 'Claims that report it as a baseline';
comment on column methods.measured_against is 'Claims that report something against it';

create table if not exists coverage (
    grouping varchar not null,
    name varchar,
    documents integer not null,
    claims integer not null,
    results integer not null,
    mean_confidence double not null
);
comment on table coverage is 'Counts of claims by kind, family, task, year, setting, unit, rule and band of confidence';
comment on column coverage.grouping is 'What is counted by: kind, family, task, year, setting, unit, rule, confidence';
comment on column coverage.name is 'The kind, family and so on; null where claims have none';
comment on column coverage.documents is 'Documents with such a claim';
comment on column coverage.claims is 'Such claims';
comment on column coverage.results is 'Of those, own results on a named benchmark';
comment on column coverage.mean_confidence is 'Mean confidence of such claims';

create table if not exists aliases (
    sort varchar not null check (sort in ('benchmark', 'metric', 'model', 'method', 'family')),
    alias_key varchar not null,
    alias varchar not null,
    name varchar not null,
    is_known boolean not null,
    primary key (sort, alias_key)
);
comment on table aliases is 'Every spelling of a name with the canonical one; resolve_name() looks here';
comment on column aliases.sort is 'benchmark, metric, model, method or family';
comment on column aliases.alias_key is 'The spelling without case, spaces and punctuation: name_key(alias)';
comment on column aliases.alias is 'The spelling';
comment on column aliases.name is 'The canonical name';
comment on column aliases.is_known is 'Whether it comes from the taxonomy and not from a paper';

create table if not exists units (
    unit varchar primary key,
    comparable_unit varchar not null,
    factor double not null check (factor > 0)
);
comment on table units is 'Units that can be turned into one another';
comment on column units.unit is 'Unit as claims have it';
comment on column units.comparable_unit is 'Unit in which such values are compared';
comment on column units.factor is 'Value in unit times factor is the value in comparable_unit';

create table if not exists documents (
    doc_id varchar primary key using compression uncompressed,
    doc_no integer not null unique,
    title varchar not null using compression uncompressed,
    abstract varchar not null,
    authors varchar[] not null using compression uncompressed,
    date varchar,
    date_precision varchar check (date_precision in ('day', 'month', 'year')),
    date_start date,
    date_end date,
    year smallint,
    url varchar,
    venue varchar,
    arxiv_id varchar,
    doi varchar,
    family varchar,
    claims integer not null,
    results integer not null,
    source varchar not null,
    place varchar not null,
    search_text varchar not null using compression uncompressed,
    title_key varchar not null,
    text_hash varchar not null
);
comment on table documents is 'Papers, each once however many sources hold it';
comment on column documents.doc_id is 'arxiv:…, doi:… or title:… with a hash of the title';
comment on column documents.doc_no is 'Number of the document in this file, for fast joins; another build may number otherwise';
comment on column documents.title is 'Title as read';
comment on column documents.abstract is 'Abstract as read; spans of claims count its characters';
comment on column documents.authors is 'Authors in order';
comment on column documents.date is 'Date cut to its precision: 2024-03-17, 2024-03 or 2024';
comment on column documents.date_precision is 'day, month or year; null without a date';
comment on column documents.date_start is 'First day that the date can mean';
comment on column documents.date_end is 'Last day that the date can mean';
comment on column documents.year is 'Year of the date';
comment on column documents.url is 'Where the paper is';
comment on column documents.venue is 'Where it was published';
comment on column documents.arxiv_id is 'arXiv id where known';
comment on column documents.doi is 'DOI where known';
comment on column documents.family is 'Main method family';
comment on column documents.claims is 'Claims read from it';
comment on column documents.results is 'Of those, own results on a named benchmark';
comment on column documents.source is 'File that it was read from';
comment on column documents.place is 'Where in that file';
comment on column documents.search_text is 'Title, authors and ids in lower case, for search';
comment on column documents.title_key is 'What stays of the title when case, accents and punctuation do not count; the same paper has the same';
comment on column documents.text_hash is 'Fingerprint of everything above that was read; where it differs, the document has changed';

create table if not exists readings (
    doc_id varchar not null,
    source_id varchar not null,
    source varchar not null,
    place varchar not null,
    position integer not null,
    record varchar
);
comment on table readings is 'Which source holds which document, so that a source read again replaces what it gave before';
comment on column readings.doc_id is 'The document';
comment on column readings.source_id is 'The source';
comment on column readings.source is 'The source as it was named';
comment on column readings.place is 'Where in the source';
comment on column readings.position is 'How many documents of the source came before it';
comment on column readings.record is 'What this source says, as JSON, where another source made the document differ from it';

create table if not exists document_families (
    doc_id varchar not null,
    doc_no integer not null,
    family varchar not null,
    rank integer not null check (rank >= 1),
    score double,
    evidence varchar,
    primary key (doc_id, rank),
    foreign key (doc_no) references documents (doc_no)
);
comment on table document_families is 'Method families of each document, main one first';
comment on column document_families.doc_id is 'The document';
comment on column document_families.doc_no is 'Its number in this file';
comment on column document_families.family is 'The family';
comment on column document_families.rank is '1 for the main family';
comment on column document_families.score is 'How much spoke for it';
comment on column document_families.evidence is 'The words that spoke for it';

create table if not exists boards (
    board varchar primary key,
    board_no integer not null unique,
    benchmark_name varchar not null,
    metric_name varchar,
    kind varchar not null,
    comparable_unit varchar not null,
    higher_is_better boolean,
    task varchar,
    results integer not null,
    baselines integer not null,
    documents integer not null,
    families integer not null,
    dated integer not null,
    best_value double,
    best_claim_id varchar,
    best_doc_id varchar,
    best_paper varchar,
    best_method varchar,
    best_family varchar,
    best_date varchar,
    first_date varchar,
    last_date varchar
);
comment on table boards is 'Every benchmark, metric and unit that values were reported in';
comment on column boards.board is 'Short name for links and file names: benchmark--metric--unit';
comment on column boards.board_no is 'Number of the board in this file, for fast joins; claims are sorted by it';
comment on column boards.benchmark_name is 'The benchmark';
comment on column boards.metric_name is 'The metric; null where the text names none, and then nothing is ranked';
comment on column boards.kind is 'score, count or resource';
comment on column boards.comparable_unit is 'Unit of all its values';
comment on column boards.higher_is_better is 'Which way is better; null where nobody knows, and then nothing is ranked';
comment on column boards.task is 'Task of the benchmark';
comment on column boards.results is 'Own results';
comment on column boards.baselines is 'Values of systems compared against';
comment on column boards.documents is 'Documents with an own result';
comment on column boards.families is 'Method families with an own result';
comment on column boards.dated is 'Own results of documents with a date';
comment on column boards.best_value is 'Best own result in comparable_unit; null where the direction is unknown';
comment on column boards.best_claim_id is 'The claim that holds it, the earliest where several do';
comment on column boards.best_doc_id is 'Its document';
comment on column boards.best_paper is 'Title of that document';
comment on column boards.best_method is 'Its method';
comment on column boards.best_family is 'Its method family';
comment on column boards.best_date is 'Date of that document';
comment on column boards.first_date is 'Earliest date of an own result';
comment on column boards.last_date is 'Latest date of an own result';

create table if not exists claims (
    claim_id varchar primary key using compression uncompressed,
    doc_id varchar not null using compression uncompressed,
    doc_no integer not null,
    doc varchar not null using compression uncompressed,
    kind varchar not null
        check (kind in ('score', 'change', 'ratio', 'bit_width', 'parameters', 'resource', 'count')),
    benchmark_name varchar,
    metric_name varchar,
    method_name varchar using compression uncompressed,
    model_name varchar,
    baseline_name varchar,
    setting_name varchar,
    family varchar,
    task varchar,
    year smallint,
    board varchar,
    board_no integer,
    conflict varchar,
    is_own boolean not null,
    comparable_unit varchar not null,
    comparable_value double not null,
    text varchar not null,
    start integer not null check (start >= 0),
    "end" integer not null,
    value double not null,
    value_max double,
    unit varchar,
    direction varchar check (direction in ('up', 'down')),
    basis varchar check (basis in ('absolute', 'relative')),
    metric varchar,
    benchmark varchar,
    method varchar,
    model varchar,
    baseline varchar,
    setting varchar,
    qualifier varchar,
    role varchar,
    target varchar,
    section varchar not null,
    sentence varchar not null using compression uncompressed,
    sentence_start integer not null,
    sentence_end integer not null,
    rule varchar not null,
    confidence double not null check (confidence between 0 and 1),
    check (start < "end"),
    foreign key (doc_no) references documents (doc_no),
    foreign key (board_no) references boards (board_no)
);
comment on table claims is 'Numbers that papers assert, each with its slots and its evidence; sorted by board, so that a board is read in one piece';
comment on column claims.claim_id is 'Hash of document, span and slots: the same claim has the same id in every build';
comment on column claims.doc_id is 'The document';
comment on column claims.doc_no is 'Number of the document in this file';
comment on column claims.doc is 'Title of the document';
comment on column claims.kind is 'score, change, ratio, bit_width, parameters, resource or count';
comment on column claims.benchmark_name is 'Canonical benchmark, for grouping';
comment on column claims.metric_name is 'Canonical metric, for grouping';
comment on column claims.method_name is 'Method in its most frequent spelling, for grouping';
comment on column claims.model_name is 'Canonical base model, for grouping';
comment on column claims.baseline_name is 'Baseline in its most frequent spelling, for grouping';
comment on column claims.setting_name is 'Setting in lower case with hyphens, for grouping';
comment on column claims.family is 'Main method family, through paper and method; null for a baseline of unknown family';
comment on column claims.task is 'Task of the benchmark';
comment on column claims.year is 'Year of the document';
comment on column claims.board is 'The board whose values it can be compared with; null where it is no level on a benchmark';
comment on column claims.board_no is 'Number of the board in this file';
comment on column claims.conflict is 'Shared by claims that give different values for what looks like the same measurement; null for the others';
comment on column claims.is_own is 'False where the number belongs to the system compared against';
comment on column claims.comparable_unit is 'Unit in which values are compared: only equal ones share a ranking (% and fraction differ)';
comment on column claims.comparable_value is 'value in comparable_unit';
comment on column claims.text is 'The number as it stands in the text: abstract[start:end]';
comment on column claims.start is 'First character of the number in the abstract, from 0';
comment on column claims."end" is 'Character after the number';
comment on column claims.value is 'The number in its unit';
comment on column claims.value_max is 'Upper end of a range';
comment on column claims.unit is 'Unit; null for a bare number';
comment on column claims.direction is 'up or down, for changes and ratios';
comment on column claims.basis is 'absolute or relative, for changes, where the text says so';
comment on column claims.metric is 'Metric as written';
comment on column claims.benchmark is 'Benchmark as written';
comment on column claims.method is 'Method as written';
comment on column claims.model is 'Base model as written';
comment on column claims.baseline is 'What a change or ratio is against, as written';
comment on column claims.setting is 'zero-shot, 4-shot and the like, as written';
comment on column claims.qualifier is 'up to, at least, over, under, about, average, median; null for a plain number';
comment on column claims.role is 'baseline where the number belongs to the system compared against';
comment on column claims.target is 'What a bit width is of: weights, activations, kv cache';
comment on column claims.section is 'Part of the paper that the span counts in';
comment on column claims.sentence is 'The sentence that holds the number';
comment on column claims.sentence_start is 'First character of the sentence in the abstract';
comment on column claims.sentence_end is 'Character after the sentence';
comment on column claims.rule is 'The rule that took the number';
comment on column claims.confidence is 'Estimated probability that the claim is right';

create table if not exists trade_off_pairs (
    x_sort varchar not null check (x_sort in ('bits', 'speed_up', 'parameters')),
    x double not null,
    measure varchar not null,
    y double not null,
    kind varchar not null,
    metric_name varchar not null,
    benchmark_name varchar,
    comparable_unit varchar not null,
    higher_is_better boolean not null,
    same_sentence boolean not null,
    confidence double not null,
    family varchar,
    year smallint,
    doc_no integer not null,
    x_claim_id varchar not null,
    claim_id varchar not null
);
comment on table trade_off_pairs is 'Own sizes and speeds beside own results of the same paper; where a sentence holds both, only its pairs';
comment on column trade_off_pairs.x_sort is 'What x is: bits (of weights), speed_up (times), parameters';
comment on column trade_off_pairs.x is 'Bits, times faster, or number of parameters';
comment on column trade_off_pairs.measure is 'What y is, in words: accuracy on GSM8K, %';
comment on column trade_off_pairs.y is 'A level in comparable_unit, a signed change, or times less of a size or cost';
comment on column trade_off_pairs.kind is 'Kind of the claim that y is of';
comment on column trade_off_pairs.metric_name is 'Metric of y';
comment on column trade_off_pairs.benchmark_name is 'Benchmark of y; null for changes and ratios, which are taken over all';
comment on column trade_off_pairs.comparable_unit is 'Unit of y';
comment on column trade_off_pairs.higher_is_better is 'Whether a larger y is better';
comment on column trade_off_pairs.same_sentence is 'Whether one sentence holds both';
comment on column trade_off_pairs.confidence is 'The smaller confidence of the two';
comment on column trade_off_pairs.family is 'Method family of the claim that y is of';
comment on column trade_off_pairs.year is 'Year of the document';
comment on column trade_off_pairs.doc_no is 'Number of the document in this file';
comment on column trade_off_pairs.x_claim_id is 'The claim that x is of';
comment on column trade_off_pairs.claim_id is 'The claim that y is of';
