#include "duizhao/bitext/coverage.hpp"

#include <catch2/catch.hpp>
#include <duizhao/document/read_document.hpp>

using namespace duizhao;

namespace {

SegmentedDocument segmented(const std::string& text) {
  return Segmenter().segment(parse_document(text, "text", {.format = InputFormat::markdown}));
}

}  // namespace

TEST_CASE("Coverage counts what is in beads and what is left out", "[coverage]") {
  const SegmentedDocument source =
      segmented("---\nid: 1\n---\n\n甲。乙。\n\n```\nx\n```\n\n$$ y $$\n\n丙。\n");
  const SegmentedDocument target = segmented("A is here. C is there.\n");
  const Alignment alignment(source, target, {{.source = {0}, .target = {0}}, {.source = {1}}});
  const AlignmentCoverage coverage = coverage_of(alignment);
  CHECK(coverage.source.linked == 1);
  CHECK(coverage.source.null == 1);
  CHECK(coverage.source.count(LeftOutKind::code) == 1);
  CHECK(coverage.source.count(LeftOutKind::formula) == 1);
  CHECK(coverage.source.count(LeftOutKind::matter) == 1);
  CHECK(coverage.source.count(LeftOutKind::unaligned) == 1);
  CHECK(coverage.source.lacks_prose());
  REQUIRE(coverage.source.left_out.size() == 4);
  CHECK(coverage.source.left_out.front().kind == LeftOutKind::matter);
  CHECK(coverage.source.left_out.back().kind == LeftOutKind::unaligned);
  CHECK(coverage.target.count(LeftOutKind::unaligned) == 1);
}

TEST_CASE("One text on both sides covers itself", "[coverage]") {
  const SegmentedDocument both = segmented("甲。\n\nA is here.\n\n日本語です。\n");
  const Alignment alignment(both, both, {{.source = {0}, .target = {1}}});
  const AlignmentCoverage coverage = coverage_of(alignment);
  CHECK(coverage.source.linked == 1);
  CHECK(coverage.source.count(LeftOutKind::other_language) == 1);
  CHECK(coverage.target.left_out.size() == 1);
}
