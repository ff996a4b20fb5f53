-- title: Boards of values that cannot be compared
-- description: Boards whose claims differ in benchmark, metric, kind or unit from what the board says, or that hold changes
--   instead of levels.
-- grain: one row a claim

select claim_id, claims.board, claims.benchmark_name, claims.metric_name, claims.kind, claims.comparable_unit
from claims
join boards using (board_no)
where claims.board <> boards.board
   or claims.benchmark_name <> boards.benchmark_name
   or claims.metric_name is distinct from boards.metric_name
   or claims.kind <> boards.kind
   or claims.comparable_unit <> boards.comparable_unit
   or claims.kind not in ('score', 'count', 'resource');
