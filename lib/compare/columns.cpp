#include "compare/columns.hpp"

#include <algorithm>
#include <numeric>

namespace duizhao::compare {
namespace {

using Places = std::vector<std::size_t>;

/// Words of one witness that are linked with none of the base, behind so many columns of the base.
struct Leftover {
  std::size_t behind;
  std::size_t before;  // the column of the next word that is linked, or the number of columns
  Column column;
};

class Builder {
 public:
  explicit Builder(const LinkedWitnesses& links) : links_(links), base_(links.base()) {}

  std::vector<Column> run() {
    lay_base();
    find_leftovers();
    join_leftovers();
    face_leftovers();
    return in_order();
  }

 private:
  bool weighs(std::size_t witness, const Places& places) const {
    return std::ranges::any_of(
        places, [&](std::size_t token) { return links_.text(witness).weighs(token); });
  }

  /// A column for each unit of the base's words.
  void lay_base() {
    const std::size_t size = links_.text(base_).tokens.size();
    std::vector<std::size_t> parents(size);
    std::iota(parents.begin(), parents.end(), std::size_t{0});
    const auto root = [&](std::size_t token) {
      while (parents[token] != token) token = parents[token] = parents[parents[token]];
      return token;
    };
    for (std::size_t w = 0; w < links_.size(); ++w) {
      if (w == base_) continue;
      const PairView view = *links_.view(base_, w);
      for (const WordPhrase& phrase : view.alignment->phrases) {
        const Places& own = view.turned ? phrase.target : phrase.source;
        for (const std::size_t token : own) {
          const std::size_t one = root(own.front());
          const std::size_t two = root(token);
          parents[std::max(one, two)] = std::min(one, two);  // the first token leads
        }
      }
    }
    column_of_.resize(size);
    std::vector<std::size_t> by_root(size);
    for (std::size_t token = 0; token < size; ++token) {
      const std::size_t first = root(token);
      if (first == token) {
        by_root[token] = columns_.size();
        columns_.push_back({std::vector<Places>(links_.size())});
      }
      column_of_[token] = by_root[first];
      columns_[column_of_[token]].cells[base_].push_back(token);
    }
    for (std::size_t w = 0; w < links_.size(); ++w) {
      if (w == base_) continue;
      const PairView view = *links_.view(base_, w);
      for (const WordLink& link : view.alignment->links) {
        Places& cell = columns_[column_of_[view.own(link)]].cells[w];
        cell.push_back(view.other(link));
      }
    }
    for (Column& column : columns_) {
      for (Places& cell : column.cells) {
        std::ranges::sort(cell);
        cell.erase(std::unique(cell.begin(), cell.end()), cell.end());
      }
    }
  }

  /// Runs of words without links, of which one weighs.
  void find_leftovers() {
    for (std::size_t w = 0; w < links_.size(); ++w) {
      if (w == base_) continue;
      const TokenisedText& text = links_.text(w);
      std::vector<std::size_t> behind(text.tokens.size(), 0);  // columns, of linked tokens
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        for (const std::size_t token : columns_[c].cells[w]) behind[token] = c + 1;
      }
      std::size_t last = 0;
      Places run;
      const auto close = [&] {
        if (weighs(w, run)) {
          Column column{std::vector<Places>(links_.size())};
          column.cells[w] = run;
          leftovers_.push_back({last, columns_.size(), std::move(column)});
        }
        run.clear();
      };
      std::size_t open = leftovers_.size();  // those that no linked word has followed yet
      const auto follow = [&](std::size_t column) {
        for (; open < leftovers_.size(); ++open) leftovers_[open].before = column;
      };
      for (std::size_t token = 0; token < text.tokens.size(); ++token) {
        if (behind[token] > 0) {
          close();
          last = behind[token];
          follow(last - 1);
        } else if (text.classes[token] == words::WordClass::mark) {
          close();
        } else {
          run.push_back(token);
        }
      }
      close();
    }
  }

  /// Leftovers of several witnesses that are linked with each other share a column.
  void join_leftovers() {
    std::vector<Leftover> joined;
    for (Leftover& leftover : leftovers_) {
      const auto partner = std::ranges::find_if(
          joined, [&](const Leftover& other) { return are_linked(other.column, leftover.column); });
      if (partner == joined.end()) {
        joined.push_back(std::move(leftover));
        continue;
      }
      for (std::size_t w = 0; w < links_.size(); ++w) {
        Places& cell = partner->column.cells[w];
        const Places& more = leftover.column.cells[w];
        cell.insert(cell.end(), more.begin(), more.end());
        std::ranges::sort(cell);
      }
    }
    leftovers_ = std::move(joined);
  }

  bool are_linked(const Column& left, const Column& right) const {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      if (left.cells[i].empty()) continue;
      for (std::size_t j = 0; j < links_.size(); ++j) {
        if (right.cells[j].empty() || i == j) continue;
        const auto view = links_.view(i, j);
        if (!view) continue;
        const bool linked = std::ranges::any_of(view->alignment->links, [&](const WordLink& link) {
          const std::size_t own = view->own(link);
          return links_.text(i).weighs(own) && std::ranges::binary_search(left.cells[i], own) &&
                 std::ranges::binary_search(right.cells[j], view->other(link));
        });
        if (linked) return true;
      }
    }
    return false;
  }

  /// Lays a leftover to those words of the base at its place that its witnesses do not render.
  void face_leftovers() {
    std::vector<Leftover> rest;
    for (Leftover& leftover : leftovers_) {
      const std::size_t facing = facing_column(leftover);
      if (facing == columns_.size()) {
        rest.push_back(std::move(leftover));
        continue;
      }
      Column& column = columns_[facing];
      column.substitution = true;
      for (std::size_t w = 0; w < links_.size(); ++w) {
        Places& cell = column.cells[w];
        const Places& more = leftover.column.cells[w];
        cell.insert(cell.end(), more.begin(), more.end());
        std::ranges::sort(cell);
      }
    }
    leftovers_ = std::move(rest);
  }

  /// The column at the place of a leftover whose words its witnesses lack, after those neighbours
  /// of the kind have been joined to it; the number of columns if there is none.
  std::size_t facing_column(const Leftover& leftover) {
    const auto lacks = [&](std::size_t c) {
      for (std::size_t w = 0; w < links_.size(); ++w) {
        if (!leftover.column.cells[w].empty() && !columns_[c].cells[w].empty()) return false;
      }
      return true;
    };
    std::size_t begin = leftover.behind;
    while (begin > 0 && lacks(begin - 1)) --begin;
    std::size_t end = leftover.behind;
    while (end < columns_.size() && lacks(end)) ++end;
    if (leftover.before < begin || leftover.before > end) return columns_.size();  // not its place
    std::size_t first = columns_.size();
    for (std::size_t c = begin; c < end; ++c) {
      if (!weighs(base_, columns_[c].cells[base_])) continue;
      if (first == columns_.size()) {
        first = c;
        continue;
      }
      for (std::size_t w = 0; w < links_.size(); ++w) {
        Places& cell = columns_[first].cells[w];
        Places& more = columns_[c].cells[w];
        cell.insert(cell.end(), more.begin(), more.end());
        std::ranges::sort(cell);
        more.clear();
      }
    }
    return first;
  }

  std::vector<Column> in_order() {
    std::vector<Column> all;
    std::ranges::stable_sort(leftovers_, {}, &Leftover::behind);
    auto next = leftovers_.begin();
    for (std::size_t c = 0; c <= columns_.size(); ++c) {
      for (; next != leftovers_.end() && next->behind == c; ++next) {
        all.push_back(std::move(next->column));
      }
      if (c == columns_.size()) break;
      const bool empty = std::ranges::all_of(columns_[c].cells, &Places::empty);
      if (!empty) all.push_back(std::move(columns_[c]));
    }
    return all;
  }

  const LinkedWitnesses& links_;
  std::size_t base_;
  std::vector<Column> columns_;
  std::vector<std::size_t> column_of_;  // by token of the base
  std::vector<Leftover> leftovers_;
};

}  // namespace

bool Column::says(const LinkedWitnesses& links, std::size_t witness) const {
  return std::ranges::any_of(cells[witness],
                             [&](std::size_t token) { return links.text(witness).weighs(token); });
}

std::vector<Column> columns_of(const LinkedWitnesses& links) { return Builder(links).run(); }

}  // namespace duizhao::compare
