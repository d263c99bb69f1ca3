// The nodes of a page as Gumbo gives them.
#pragma once

#include <gumbo.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::document {

inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

inline std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

inline bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Words of a class or id: `post-content main` gives post, content, main.
std::set<std::string> name_words(std::string_view names);

/// Elements that stand on lines of their own, and <br>.
bool is_block(GumboTag tag);

/// Visits the nodes of a tree in order, without recursion. `enter` says whether to go into an
/// element.
template <typename Enter, typename Leave, typename Text>
void walk(const GumboNode* root, const Enter& enter, const Leave& leave, const Text& on_text) {
  struct Step {
    const GumboNode* node;
    unsigned next_child;
  };
  std::vector<Step> stack;
  if (is_element(root) && enter(root)) stack.push_back({root, 0});
  while (!stack.empty()) {
    Step& step = stack.back();
    const GumboVector& children = step.node->v.element.children;
    if (step.next_child == children.length) {
      leave(step.node);
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[step.next_child++]);
    if (is_element(child)) {
      if (enter(child)) stack.push_back({child, 0});
    } else {
      on_text(child);
    }
  }
}

}  // namespace duizhao::document
