#include "entities_fixture.h"

#include <utility>

namespace pullquote::entities {

const Knowledge& test_knowledge() {
  static const auto file = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  static const Knowledge knowledge(file);
  return knowledge;
}

features::Words test_words(const tokens::TokenizedText& text) { return {text, test_knowledge().lexicon}; }

syntax::Parse parse(const tokens::TokenizedText& text) {
  static const auto file = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  static const syntax::Syntax syntax(file);
  return syntax.parse(text, test_words(text));
}

Linked find_as_shipped(const tokens::TokenizedText& text, bool boilerplate) {
  return find(text, test_words(text), parse(text), test_knowledge(), boilerplate);
}

Findings::Findings(std::string article)
    : article_(std::make_unique<const std::string>(std::move(article))),
      text_(std::make_unique<const text::Text>(*article_)),
      tokens_(tokens::analyse(*text_)) {}

Found::Found(std::string article, bool boilerplate) : Findings(std::move(article)) {
  linked_ = find_as_shipped(tokens_, boilerplate);
}

std::string Findings::text_of(tokens::TokenRange range) const {
  return std::string(text_->view({tokens_.tokens[range.first].begin, tokens_.tokens[range.last - 1].end}));
}

std::string Findings::names() const {
  std::string out;
  for (const auto& mention : linked_.mentions) {
    if (mention.kind != MentionKind::kName) continue;
    if (!out.empty()) out += ' ';
    out += text_of(mention.tokens) + '/' + std::string(name_of(mention.label, kLabelNames));
  }
  return out;
}

std::string Findings::clusters() const {
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

const Entity* Findings::entity(std::string_view name) const {
  for (const auto& entity : linked_.entities) {
    if (entity.name == name) return &entity;
  }
  return nullptr;
}

std::string Findings::role(std::string_view name) const {
  const auto* found = entity(name);
  return found == nullptr || !found->role ? std::string() : text_of(*found->role);
}

std::string Findings::affiliation(std::string_view name) const {
  const auto* found = entity(name);
  return found == nullptr || !found->affiliation ? std::string() : linked_.entities[*found->affiliation].name;
}

}  // namespace pullquote::entities
