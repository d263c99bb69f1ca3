// The map of the library: its rooms in the order in which they build on each other. Include one
// room's header, or this one for everything.
#pragma once

// text: bytes, errors, files, and the messages that people read
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/edit_distance.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "duizhao/text/messages.hpp"
#include "duizhao/text/progress.hpp"
#include "duizhao/text/version.hpp"

// metrics: BLEU, chrF and TER of segments
#include "duizhao/metrics/bleu.hpp"
#include "duizhao/metrics/chrf.hpp"
#include "duizhao/metrics/segments.hpp"
#include "duizhao/metrics/ter.hpp"

// document: bytes become a Document of blocks and turns
#include "duizhao/document/corpus.hpp"
#include "duizhao/document/document.hpp"
#include "duizhao/document/read_document.hpp"

// segment: a Document becomes sentences
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/segment/srx.hpp"

// lexicon: what a word may be in the other language, and glossaries
#include "duizhao/lexicon/glossary.hpp"
#include "duizhao/lexicon/lexicon.hpp"

// mentions: the quantities and names of a sentence, as values
#include "duizhao/mentions/names.hpp"
#include "duizhao/mentions/quantities.hpp"

// bitext: beads, alignments, what they cover, locks, and scores against gold
#include "duizhao/bitext/alignment.hpp"
#include "duizhao/bitext/coverage.hpp"
#include "duizhao/bitext/evaluation.hpp"
#include "duizhao/bitext/locks.hpp"

// words: which word renders which
#include "duizhao/words/explanation.hpp"
#include "duizhao/words/word_aligner.hpp"

// compare: what renderings of one text say differently
#include "duizhao/compare/apparatus.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/compare/document_comparison.hpp"
#include "duizhao/compare/witness.hpp"

// align: the Aligner finds the beads of two documents
#include "duizhao/align/aligner.hpp"

// quotes: what a document attributes to somebody
#include "duizhao/quotes/quotes.hpp"

// trace: the Tracer finds the passage that a quote renders
#include "duizhao/trace/documents.hpp"
#include "duizhao/trace/tracer.hpp"

// collate: variants of one passage, grouped and compared
#include "duizhao/collate/group_comparison.hpp"
#include "duizhao/collate/variants.hpp"

// check: findings where a translation says something else than its original
#include "duizhao/check/baseline.hpp"
#include "duizhao/check/checker.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/check/rules.hpp"

// io: results and alignments in formats for machines
#include "duizhao/io/beads.hpp"
#include "duizhao/io/exchange.hpp"
#include "duizhao/io/results.hpp"

// report: results for people, as text and as pages
#include "duizhao/report/book.hpp"
#include "duizhao/report/html.hpp"
#include "duizhao/report/text.hpp"
