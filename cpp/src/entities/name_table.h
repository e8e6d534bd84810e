#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "entities/entities.h"

namespace pullquote::entities {

/// One distinct name of an article: the unit that is linked.
struct Name {
  TokenRange sample;  // where it stands first
  Label label = Label::kMisc;
  std::uint32_t core_first = 0;  // without "Inc.", "Jr." and the like
  std::uint32_t core_last = 0;
  [[nodiscard]] std::uint32_t size() const { return core_last - core_first; }
};

/// Labels that may name one thing between them: a body is hard to tell from its building or its product.
[[nodiscard]] std::uint64_t kind_of(Label label);

/// The distinct names of an article, and which of them are one entity (a union-find). Names are equal whatever their
/// accents, capitals and, for countries, abbreviations.
class NameTable {
 public:
  /// Gives each mention the number of its name as its entity.
  NameTable(const Article& article, std::vector<Mention>& mentions);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  [[nodiscard]] const Name& operator[](std::uint32_t n) const { return names_[n]; }
  /// The number that stands for all names joined with this one.
  [[nodiscard]] std::uint32_t root(std::uint32_t n);
  void join(std::uint32_t x, std::uint32_t y);

  /// Lower case, without accents, single spaces.
  [[nodiscard]] std::string folded(TokenRange range) const;
  [[nodiscard]] std::uint64_t hash(TokenRange range) const;

 private:
  [[nodiscard]] std::uint64_t key(TokenRange range, Label label) const;

  const Article& a_;
  std::vector<Name> names_;
  std::vector<std::uint32_t> parents_;
};

/// A hash under which names of one kind leave one of their parts.
[[nodiscard]] constexpr std::uint64_t salted(std::uint64_t hash, std::uint64_t salt) {
  return (hash ^ (salt * 0x9e3779b97f4a7c15u)) * 0xff51afd7ed558ccdu;
}

}  // namespace pullquote::entities
