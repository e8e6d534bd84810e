#include "relating_fixture.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "article.h"
#include "entities_fixture.h"
#include "linking.h"
#include "model/flag_table.h"

namespace pullquote::entities {

namespace {

using namespace features;

std::vector<std::byte> build_lexicon() {
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  const auto add = [&](std::uint32_t flags, std::string_view names) {
    for (std::size_t at = 0; at < names.size();) {
      const auto end = std::min(names.find(',', at), names.size());
      entries.emplace_back(names.substr(at, end - at), flags);
      at = end + 1;
    }
  };
  add(kMaleFirstName, "juan,pedro,bill,william,omar,martin,donald,charles,mohammed");
  add(kFemaleFirstName, "ana,maria,hillary,ines,jane,grace,ursula");
  add(kCountry, "peru,kenya,united states,u.s.,us,usa,uk,united kingdom,britain,russian federation,russia,america");
  add(kDemonym, "peruvian,peruvians,american,british");
  add(kCommonWord, "china,daily,food");
  return model::FlagTable::build(std::move(entries));
}

const Lexicon& lexicon() {
  static const auto bytes = build_lexicon();
  static const Lexicon lexicon{model::FlagTable(bytes)};
  return lexicon;
}

const Nicknames& nicknames() {
  static const auto bytes = model::FlagTable::build({{Nicknames::key("william", "bill"), 1}});
  static const Nicknames nicknames{model::FlagTable(bytes)};
  return nicknames;
}

struct Marked {
  std::size_t begin;
  std::size_t end;
  Label label;
};

Label label_named(std::string_view name) {
  const auto found = std::find(kLabelNames.begin(), kLabelNames.end(), name);
  if (found == kLabelNames.end()) throw std::invalid_argument("no label: " + std::string(name));
  return static_cast<Label>(found - kLabelNames.begin());
}

}  // namespace

Related::Related(std::string_view marked) : article_(std::make_unique<std::string>()) {
  std::vector<Marked> names;
  while (!marked.empty()) {
    const auto open = std::min(marked.find('['), marked.size());
    *article_ += marked.substr(0, open);
    marked.remove_prefix(open);
    if (marked.empty()) break;
    const auto close = marked.find(']');
    const auto slash = marked.rfind('/', close);
    const auto begin = article_->size();
    *article_ += marked.substr(1, slash - 1);
    names.push_back({begin, article_->size(), label_named(marked.substr(slash + 1, close - slash - 1))});
    marked.remove_prefix(close + 1);
  }
  text_ = std::make_unique<text::Text>(*article_);
  tokens_ = tokens::analyse(*text_);
  const Words words(tokens_, lexicon());
  const Article article(tokens_, words, true);
  std::vector<Mention> mentions;
  for (const auto& name : names) {
    Mention mention{.label = name.label, .confidence = 1};
    const auto& all = tokens_.tokens;
    const auto first =
        std::find_if(all.begin(), all.end(), [&](const tokens::Token& t) { return t.begin >= name.begin; });
    const auto last = std::find_if(first, all.end(), [&](const tokens::Token& t) { return t.end > name.end; });
    mention.tokens = {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(last - all.begin())};
    if (mention.tokens.empty()) throw std::invalid_argument("a mark holds no token: " + *article_);
    mentions.push_back(mention);
  }
  linked_ = relate(article, parse(tokens_), nicknames(), std::move(mentions));
}

std::string Related::text_of(tokens::TokenRange range) const {
  return std::string(text_->view({tokens_.tokens[range.first].begin, tokens_.tokens[range.last - 1].end}));
}

std::string Related::clusters() const {
  std::string out;
  for (const auto& entity : linked_.entities) {
    if (!out.empty()) out += " | ";
    out += entity.name + ':';
    for (std::size_t i = 0; i < entity.mentions.size(); ++i) {
      out += (i == 0 ? " " : ", ") + text_of(linked_.mentions[entity.mentions[i]].tokens);
    }
  }
  return out;
}

const Entity* Related::entity(std::string_view name) const {
  const auto found = std::find_if(linked_.entities.begin(), linked_.entities.end(),
                                  [&](const Entity& entity) { return entity.name == name; });
  return found == linked_.entities.end() ? nullptr : &*found;
}

std::string Related::role(std::string_view name) const {
  const auto* found = entity(name);
  return found == nullptr || !found->role ? std::string() : text_of(*found->role);
}

std::string Related::affiliation(std::string_view name) const {
  const auto* found = entity(name);
  return found == nullptr || !found->affiliation ? std::string() : linked_.entities[*found->affiliation].name;
}

}  // namespace pullquote::entities
