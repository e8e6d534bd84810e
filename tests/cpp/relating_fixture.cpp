#include "relating_fixture.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "article.h"
#include "entities_fixture.h"
#include "linking.h"
#include "model/flag_table.h"
#include "nicknames_in_names.h"

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

/// The article without its marks, and where they stood.
struct Related::Marks {
  explicit Marks(std::string_view marked) {
    while (!marked.empty()) {
      const auto open = std::min(marked.find('['), marked.size());
      article += marked.substr(0, open);
      marked.remove_prefix(open);
      if (marked.empty()) break;
      const auto close = marked.find(']');
      const auto slash = marked.rfind('/', close);
      const auto begin = article.size();
      article += marked.substr(1, slash - 1);
      names.push_back({begin, article.size(), label_named(marked.substr(slash + 1, close - slash - 1))});
      marked.remove_prefix(close + 1);
    }
  }

  std::string article;
  std::vector<Marked> names;
};

Related::Related(std::string_view marked) : Related(Marks(marked)) {}

Related::Related(Marks marks) : Findings(std::move(marks.article)) {
  const Words words(tokens_, lexicon());
  const Article article(tokens_, words, true);
  std::vector<Mention> mentions;
  for (const auto& name : marks.names) {
    Mention mention{.label = name.label, .confidence = 1};
    const auto& all = tokens_.tokens;
    const auto first =
        std::find_if(all.begin(), all.end(), [&](const tokens::Token& t) { return t.begin >= name.begin; });
    const auto last = std::find_if(first, all.end(), [&](const tokens::Token& t) { return t.end > name.end; });
    mention.tokens = {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(last - all.begin())};
    if (mention.tokens.empty()) throw std::invalid_argument("a mark holds no token: " + *article_);
    mentions.push_back(mention);
  }
  join_around_nicknames(article, mentions);
  linked_ = relate(article, parse(tokens_), nicknames(), std::move(mentions));
}

}  // namespace pullquote::entities
