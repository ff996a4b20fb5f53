-- title: Coverage
-- description: What the data holds: documents and claims by kind of claim, method family, task, year, setting, unit, rule
--   and band of confidence.
-- grain: one row a grouping and name
-- parameter: grouping text:kind|family|task|year|setting|unit|rule|confidence null Only this grouping

select grouping, name, documents, claims, results, mean_confidence
from coverage
where getvariable('grouping') is null or grouping = getvariable('grouping')
order by grouping, claims desc, name;
