// The passages that a quote may render.
//
// An index gives the sentences that share the rarest words with the quote; about each of them every
// window of sentences is scored:
//
//     same language    h + 0.1 l + b        another language    3 h + l
//
// h is the harmonic mean of how much of the quote the passage covers and how much of the passage
// the quote covers, each word by its best counterpart and its weight. l is the log-likelihood that
// the words of one side explain those of the other, as in the aligner's model, over the root of
// their number. b is the share of ordered word pairs (three words apart at most) that both have: it
// sees phrases such as "more … doesn't … more", whose words are all common.
//
// Windows over several paragraphs lose 0.05 for each break.
//
// A passage stands out if it scores more than any other one of its document: that margin tells a
// rendering from a text about the same things. What the quote's words are linked with decides among
// the candidates (ranking.hpp).
#pragma once

#include <cstddef>
#include <vector>

#include "trace/passage_index.hpp"
#include "trace/relation.hpp"

namespace duizhao::trace {

/// A window of sentences of an index and what speaks for it.
struct Candidate {
  std::size_t begin = 0;  // sentence of the index
  std::size_t end = 0;
  double score = 0;
  double margin = 0;  // over the best other window of its document
  double odds = 0;    // that the quote renders it, in nats, by these alone
};

/// The candidates of a quote, likeliest first, of each document at most `most`, without overlaps.
/// The sentences [excluded.first, excluded.second) are none: those of the quote itself.
std::vector<Candidate> search_passages(const PassageIndex& index, Relation& relation,
                                       std::pair<std::size_t, std::size_t> excluded,
                                       std::size_t most);

}  // namespace duizhao::trace
