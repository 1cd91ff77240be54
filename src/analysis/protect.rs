//! Which cells of a table to hide, so that no small count of individuals is shown or can be worked out from totals.
//!
//! Small counts are hidden first. Then, for each of them, a loop of hidden cells is closed along which one response
//! could move without changing any total: as long as there is one, the table has at least two solutions that differ
//! in that cell (a minimum-cost path in the residual network; Castro, "A shortest-paths heuristic for statistical
//! data protection in positive tables", INFORMS J. on Computing, 2007).

/// A two-way table whose column totals are shown, and whose row totals are shown but for the free rows'.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Counts, row by row; all rows are of one length.
    pub cells: Vec<Vec<u64>>,
    /// Rows that count individuals.
    pub individuals: Vec<bool>,
    /// Rows whose total is hidden: their cells are hidden too. None, or at least two.
    pub free: Vec<bool>,
    /// A column that is not printed, if there is one: what the printed ones leave of a row.
    pub unprinted: Option<usize>,
}

/// Which cells of a line to hide when its total is shown: `true` for hidden.
///
/// `favoured` cells are hidden before others when one more is needed. A line of a single cell cannot be protected.
pub fn protect_line(counts: &[u64], individuals: &[bool], favoured: &[bool], fewest: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> =
        counts.iter().zip(individuals).map(|(n, individual)| *individual && is_small(*n, fewest)).collect();
    if hidden.iter().filter(|hidden| **hidden).count() == 1 {
        let others = (0..counts.len()).filter(|i| !hidden[*i]);
        let cheapest =
            others.min_by_key(|i| (counts[*i] == 0, !favoured.get(*i).copied().unwrap_or(false), counts[*i]));
        if let Some(i) = cheapest {
            hidden[i] = true;
        }
    }
    hidden
}

/// Which cells of a table to hide: `true` for hidden. `None` when its totals alone give a small count away, so that
/// row totals have to be hidden first.
pub fn protect(grid: &Grid, fewest: u64) -> Option<Vec<Vec<bool>>> {
    let rows = grid.cells.len();
    let columns = grid.cells.first().map_or(0, Vec::len);
    let mut hidden: Vec<Vec<bool>> = (0..rows)
        .map(|r| {
            (0..columns)
                .map(|c| {
                    grid.free[r]
                        || grid.unprinted == Some(c)
                        || grid.individuals[r] && is_small(grid.cells[r][c], fewest)
                })
                .collect()
        })
        .collect();
    for r in 0..rows {
        for c in 0..columns {
            let primary =
                grid.individuals[r] && !grid.free[r] && grid.unprinted != Some(c) && is_small(grid.cells[r][c], fewest);
            if !primary {
                continue;
            }
            let up = cheapest_loop(grid, &hidden, (r, c), true);
            let down = cheapest_loop(grid, &hidden, (r, c), false);
            let path = match (up, down) {
                (Some(up), Some(down)) => {
                    if up.0 <= down.0 {
                        up.1
                    } else {
                        down.1
                    }
                }
                (Some(one), None) | (None, Some(one)) => one.1,
                (None, None) => return None,
            };
            for (row, column) in path {
                hidden[row][column] = true;
            }
        }
    }
    Some(hidden)
}

/// Nobody at all is no secret; one to `fewest` − 1 people are.
fn is_small(count: u64, fewest: u64) -> bool {
    count > 0 && count < fewest
}

type Cell = (usize, usize);

/// The cheapest way for one response to leave (or enter) a cell and for all totals to stay: the cells that change
/// with it, and what it costs to hide them. From a row to a column a cell grows; from a column to a row it shrinks.
fn cheapest_loop(grid: &Grid, hidden: &[Vec<bool>], cell: Cell, grows: bool) -> Option<(u64, Vec<Cell>)> {
    let rows = grid.cells.len();
    let columns = hidden.first().map_or(0, Vec::len);
    let row_node = |r: usize| if grid.free[r] { first_free(grid) } else { r };
    let (start, goal) = if grows { (rows + cell.1, cell.0) } else { (cell.0, rows + cell.1) };

    let mut cost: Vec<Option<u64>> = vec![None; rows + columns];
    let mut came: Vec<Option<(usize, Cell)>> = vec![None; rows + columns];
    let mut done = vec![false; rows + columns];
    cost[start] = Some(0);
    while let Some(node) = (0..cost.len()).filter(|n| !done[*n] && cost[*n].is_some()).min_by_key(|n| (cost[*n], *n)) {
        if node == goal {
            break;
        }
        done[node] = true;
        let so_far = cost[node].unwrap_or(0);
        for (r, row) in grid.cells.iter().enumerate() {
            for (c, count) in row.iter().enumerate() {
                let next = match node {
                    _ if (r, c) == cell => continue,
                    _ if node == row_node(r) => rows + c,
                    _ if node == rows + c && *count > 0 => row_node(r),
                    _ => continue,
                };
                let total = so_far + price(*count, hidden[r][c]);
                if cost[next].is_none_or(|known| total < known) {
                    cost[next] = Some(total);
                    came[next] = Some((node, (r, c)));
                }
            }
        }
    }
    let total = cost[goal]?;
    let mut path = Vec::new();
    let mut node = goal;
    while let Some((before, cell)) = came[node] {
        path.push(cell);
        node = before;
    }
    Some((total, path))
}

fn first_free(grid: &Grid) -> usize {
    grid.free.iter().position(|free| *free).unwrap_or(0)
}

/// What a reader loses when a cell is hidden: nothing when it is already, more for larger counts; an empty cell,
/// which looks odd when hidden, only where nothing else will do.
fn price(count: u64, hidden: bool) -> u64 {
    match (hidden, count) {
        (true, _) => 0,
        (false, 0) => 1_000_000,
        (false, n) => n,
    }
}
