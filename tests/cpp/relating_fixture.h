#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "entities/entities.h"
#include "text/text.h"

namespace pullquote::entities {

/// An article whose names are marked, "[Ana Reyes/PERSON] met [Acme/ORG].", and what the stage makes of them: no test
/// of linking depends on how names are found, or on the lists of the day.
class Related {
 public:
  explicit Related(std::string_view marked);

  /// "Ana Reyes: Ana Reyes, Reyes, she | Peru: Peru", the entities in order with their mentions.
  [[nodiscard]] std::string clusters() const;
  /// The role of an entity, "" where it has none.
  [[nodiscard]] std::string role(std::string_view name) const;
  /// The name of an entity's affiliation, "" where it has none.
  [[nodiscard]] std::string affiliation(std::string_view name) const;
  [[nodiscard]] const Entity* entity(std::string_view name) const;

  [[nodiscard]] const Linked& linked() const { return linked_; }
  [[nodiscard]] const tokens::TokenizedText& tokens() const { return tokens_; }

 private:
  [[nodiscard]] std::string text_of(tokens::TokenRange range) const;

  std::unique_ptr<std::string> article_;
  std::unique_ptr<text::Text> text_;
  tokens::TokenizedText tokens_;
  Linked linked_;
};

}  // namespace pullquote::entities
