#include "entities_fixture.h"

#include <utility>

namespace pullquote::entities {

const Knowledge& test_knowledge() {
  static const auto file = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  static const Knowledge knowledge(file);
  return knowledge;
}

syntax::Parse parse(const tokens::TokenizedText& text) {
  static const auto file = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  static const syntax::Syntax syntax(file);
  return syntax.parse(text, features::Words(text, test_knowledge().lexicon));
}

Found::Found(std::string article, bool boilerplate)
    : article_(std::make_unique<const std::string>(std::move(article))),
      text_(std::make_unique<const text::Text>(*article_)),
      tokens_(tokens::analyse(*text_)),
      linked_(find(tokens_, parse(tokens_), test_knowledge(), boilerplate)) {}

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
