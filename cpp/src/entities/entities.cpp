#include "entities/entities.h"

#include "linking.h"
#include "names.h"

namespace pullquote::entities {

Linked find(const tokens::TokenizedText& text, const features::Lexicon& lexicon, bool boilerplate) {
  const features::Words words(text, lexicon);
  Article article(text, words, boilerplate);
  auto draft = link(article, find_names(article));
  find_roles(article, draft);
  find_pronouns(article, draft);
  Linked linked{std::move(draft.mentions), std::move(draft.entities)};
  for (std::uint32_t m = 0; m < linked.mentions.size(); ++m) {
    linked.entities[linked.mentions[m].entity].mentions.push_back(m);
  }
  return linked;
}

}  // namespace pullquote::entities
