#include "entities/entities.h"

#include <algorithm>
#include <utility>

#include "known.h"
#include "linking.h"
#include "mention_tagger.h"
#include "nicknames_in_names.h"

namespace pullquote::entities {

// A pronoun may come before the name that it means, so only now is it known which entity is mentioned first.
std::vector<std::uint32_t> put_in_order(Linked& linked) {
  std::stable_sort(linked.mentions.begin(), linked.mentions.end(), [](const Mention& x, const Mention& y) {
    return x.tokens.first != y.tokens.first ? x.tokens.first < y.tokens.first : x.tokens.last > y.tokens.last;
  });
  const auto count = static_cast<std::uint32_t>(linked.entities.size());
  std::vector<std::uint32_t> number(count, count);
  std::vector<Entity> entities;
  entities.reserve(count);
  for (std::uint32_t m = 0; m < linked.mentions.size(); ++m) {
    auto& mention = linked.mentions[m];
    auto& assigned = number[mention.entity];
    if (assigned == count) {
      assigned = static_cast<std::uint32_t>(entities.size());
      entities.push_back(std::move(linked.entities[mention.entity]));
      entities.back().mentions.clear();
    }
    mention.entity = assigned;
    entities[assigned].mentions.push_back(m);
  }
  linked.entities = std::move(entities);
  for (auto& entity : linked.entities) {
    if (entity.affiliation) entity.affiliation = number[*entity.affiliation];
  }
  return number;
}

Linked find(const tokens::TokenizedText& text, const features::Words& words, const syntax::Parse& parse,
            const Knowledge& knowledge, bool boilerplate, std::span<const gazetteer::Match> known) {
  const Article article(text, words, boilerplate);
  auto mentions = find_mentions(article, knowledge);
  join_around_nicknames(article, mentions);
  return relate(article, parse, knowledge.nicknames, with_known(article, std::move(mentions), known), known);
}

}  // namespace pullquote::entities
