#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entities/entities.h"

namespace pullquote::entities {

/// An article and what was found in it, printed for tests.
class Findings {
 public:
  /// "Ana Reyes/PERSON Peru/LOC", the names in order of the text.
  [[nodiscard]] std::string names() const;
  /// "Ana Reyes: Ana Reyes, Reyes, she | Peru: Peru", the entities in order with their mentions.
  [[nodiscard]] std::string clusters() const;
  /// The role of an entity, "" where it has none.
  [[nodiscard]] std::string role(std::string_view name) const;
  /// The name of an entity's affiliation, "" where it has none.
  [[nodiscard]] std::string affiliation(std::string_view name) const;
  [[nodiscard]] const Entity* entity(std::string_view name) const;

  [[nodiscard]] std::string text_of(tokens::TokenRange range) const;
  [[nodiscard]] const Linked& linked() const { return linked_; }
  [[nodiscard]] const tokens::TokenizedText& tokens() const { return tokens_; }

 protected:
  explicit Findings(std::string article);

  std::unique_ptr<const std::string> article_;
  std::unique_ptr<const text::Text> text_;
  tokens::TokenizedText tokens_;
  Linked linked_;
};

/// What the whole stage finds, with the knowledge of the shipped model.
class Found : public Findings {
 public:
  explicit Found(std::string article, bool boilerplate = false);
};

/// `find`, with all that it needs made from the shipped model.
[[nodiscard]] Linked find_as_shipped(const tokens::TokenizedText& text, bool boilerplate);

/// The shipped model's.
[[nodiscard]] const Knowledge& test_knowledge();

[[nodiscard]] features::Words test_words(const tokens::TokenizedText& text);

/// What the shipped model says of the syntax of a text.
[[nodiscard]] syntax::Parse parse(const tokens::TokenizedText& text);

}  // namespace pullquote::entities
