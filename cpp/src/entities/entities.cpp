#include "entities/entities.h"

#include <utility>

#include "linking.h"
#include "names.h"

namespace pullquote::entities {

namespace {

// A pronoun may come before the name that it means, so only now is it known which entity is mentioned first.
Linked in_order(Draft draft) {
  Linked linked{std::move(draft.mentions), {}};
  const auto count = draft.entities.size();
  std::vector<std::uint32_t> number(count, static_cast<std::uint32_t>(count));
  std::uint32_t next = 0;
  linked.entities.resize(count);
  for (std::uint32_t m = 0; m < linked.mentions.size(); ++m) {
    auto& mention = linked.mentions[m];
    auto& assigned = number[mention.entity];
    if (assigned == count) {
      assigned = next++;
      linked.entities[assigned] = std::move(draft.entities[mention.entity]);
    }
    mention.entity = assigned;
    linked.entities[assigned].mentions.push_back(m);
  }
  for (auto& entity : linked.entities) {
    if (entity.affiliation) entity.affiliation = number[*entity.affiliation];
  }
  return linked;
}

}  // namespace

Linked find(const tokens::TokenizedText& text, const features::Lexicon& lexicon, bool boilerplate) {
  const features::Words words(text, lexicon);
  Article article(text, words, boilerplate);
  auto draft = link(article, find_names(article));
  find_roles(article, draft);
  find_pronouns(article, draft);
  return in_order(std::move(draft));
}

}  // namespace pullquote::entities
