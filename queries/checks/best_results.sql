-- title: Best results that are beaten
-- description: Boards whose best value is not the best own result in the metric's direction.
-- grain: one row a board

with
extremes as (
    select board_no, max(comparable_value) as highest, min(comparable_value) as lowest
    from claims
    where is_own and board_no is not null
    group by board_no
)
select board, best_value, highest, lowest, higher_is_better
from boards
join extremes using (board_no)
where metric_name is not null
  and higher_is_better is not null
  and best_value is distinct from if(higher_is_better, highest, lowest);
