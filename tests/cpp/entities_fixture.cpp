#include "entities_fixture.h"

#include <utility>

namespace pullquote::entities {

namespace {

using namespace features;

void add(std::vector<std::pair<std::string, std::uint32_t>>& entries, std::uint32_t flags, std::string_view names) {
  while (!names.empty()) {
    const auto comma = names.find(',');
    const std::string name(names.substr(0, comma));
    entries.emplace_back(name, flags);
    for (auto space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
      entries.emplace_back(name.substr(0, space), Lexicon::kPrefix);
    }
    names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 1);
  }
}

std::vector<std::byte> build_lexicon() {
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  add(entries, kMaleFirstName, "juan,pedro,bill,peter,omar,jordan,mark,paul");
  add(entries, kFemaleFirstName, "ana,maria,hillary,ines,jane,grace");
  add(entries, kSurname, "reyes,clinton,silva,costa,jordan,doe,otieno,kent,park");
  add(entries, kCountry,
      "peru,kenya,france,jordan,united states,u.s.,us,usa,uk,trinidad and tobago,russian federation,russia");
  add(entries, kDemonym, "peruvian,peruvians,kenyan,french,south african,indian");
  add(entries, kCapital, "lima,nairobi,paris");
  add(entries, kCity, "reading,cusco");
  add(entries, kRegion, "ohio,asia");
  add(entries, kOrganisation, "united nations,acme");
  add(entries, kGivenAsWord | kCommonWord, "reading,mark");
  add(entries, kCommonWord,
      "former,health,state,police,lawmakers,foreign,affairs,talks,food,drug,water,security,people,trade,rates,house,"
      "agriculture,fisheries,welfare,national,holds,opens,relief,culture,women,rights,market,new,report,says,atomic,"
      "energy,"
      "international");
  return model::FlagTable::build(std::move(entries));
}

}  // namespace

const features::Lexicon& test_lexicon() {
  static const auto bytes = build_lexicon();
  static const features::Lexicon lexicon{model::FlagTable(bytes)};
  return lexicon;
}

Found::Found(std::string article, bool boilerplate)
    : article_(std::make_unique<const std::string>(std::move(article))),
      text_(std::make_unique<const text::Text>(*article_)),
      tokens_(tokens::analyse(*text_)),
      linked_(find(tokens_, test_lexicon(), boilerplate)) {}

std::string Found::text_of(tokens::TokenRange range) const {
  return std::string(text_->view({tokens_.tokens[range.first].begin, tokens_.tokens[range.last - 1].end}));
}

std::string Found::names() const {
  std::string out;
  for (const auto& mention : linked_.mentions) {
    if (mention.kind != MentionKind::kName) continue;
    if (!out.empty()) out += ' ';
    out += text_of(mention.tokens) + '/' + std::string(name_of(mention.label, kLabelNames));
  }
  return out;
}

std::string Found::clusters() const {
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

const Entity* Found::entity(std::string_view name) const {
  for (const auto& entity : linked_.entities) {
    if (entity.name == name) return &entity;
  }
  return nullptr;
}

std::string Found::role(std::string_view name) const {
  const auto* found = entity(name);
  return found == nullptr || !found->role ? std::string() : text_of(*found->role);
}

std::string Found::affiliation(std::string_view name) const {
  const auto* found = entity(name);
  return found == nullptr || !found->affiliation ? std::string() : linked_.entities[*found->affiliation].name;
}

}  // namespace pullquote::entities
