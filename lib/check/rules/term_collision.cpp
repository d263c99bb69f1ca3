// Renderings that stand for more than one term.
#include "check/engine/rule.hpp"
#include "check/evidence/collisions.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

void check_collisions(const Context& context, Reporter& reporter) {
  for (const Collision& found : find_collisions(context)) {
    const CheckedTranslation& translation = context.translations[found.second.translation];
    const CheckedBead& pair = translation.pairs()[found.second.pair];
    const CheckedBead& other = translation.pairs()[found.first.pair];
    reporter.add(
        found.second.translation, pair,
        Message{"shared",
                {pair.target.at(found.word.range), other.source.at(found.first.range),
                 pair.source.at(found.second.range)}},
        {found.second.range, found.word.range, {}, {{found.first, EvidenceKind::other_term}}, {}});
  }
}

}  // namespace

Rule term_collision_rule() {
  return {{"term-collision",
           translatable("different terms of the source that share one rendering"),
           translatable("A word of the translation that stands in every sentence with the one term "
                        "and in every one with the other, and in hardly any others, while the "
                        "lexicon links it with one of both."),
           {},
           {{true,
             {"物体的质量不随位置改变。", "物体的重量在月球上会变小。", "测量质量要用天平。",
              "测量重量要用弹簧秤。"},
             {"The weight of an object does not change with its position.",
              "The weight of an object becomes smaller on the Moon.",
              "To measure weight, use a balance.", "To measure weight, use a spring scale."},
             translatable("mass and weight")},
            {false,
             {"物体的质量不随位置改变。", "物体的重量在月球上会变小。", "测量质量要用天平。",
              "测量重量要用弹簧秤。"},
             {"The mass of an object does not change with its position.",
              "The weight of an object becomes smaller on the Moon.",
              "To measure mass, use a balance.", "To measure weight, use a spring scale."},
             translatable("two words")}},
           {translatable("Synonyms that the source uses for variety are flagged.")},
           {{"shared", translatable("\"{}\" stands for \"{}\" and for \"{}\"")}},
           true},
          check_collisions};
}

}  // namespace duizhao::check
