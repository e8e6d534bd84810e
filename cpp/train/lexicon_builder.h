#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "features/lexicon.h"

namespace pullquote::train {

/// Collects names with their classes and gives the lexicon section of a model.
class LexiconBuilder {
 public:
  /// Adds a name in its usual spelling, and the same name without accents and without a leading "the".
  /// Names without a letter, and of more words than an extractor looks at, are left out.
  void add(std::string_view name, std::uint32_t classes);
  /// Adds classes to a key that is there already.
  void mark(std::string_view key, std::uint32_t classes);

  /// The classes of a key, without prefixes.
  [[nodiscard]] std::uint32_t find(std::string_view key) const;
  [[nodiscard]] const std::map<std::string, std::uint32_t, std::less<>>& entries() const { return entries_; }
  [[nodiscard]] std::size_t count(std::uint32_t name_class) const;

  /// With kPrefix at every proper prefix, by words, of a key.
  [[nodiscard]] std::vector<std::byte> build() const;

  static constexpr std::size_t kMaxWords = 8;

 private:
  std::map<std::string, std::uint32_t, std::less<>> entries_;
};

}  // namespace pullquote::train
