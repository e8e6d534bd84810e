#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/document.h"
#include "pullquote/error.h"

namespace pullquote {

/// Whom or what a name of the user's own stands for.
struct GazetteerEntry {
  Label label = Label::kMisc;
  std::string name;  ///< what the entity is then called; empty: as the text has it
  std::string id;    ///< the user's key for it, given out as Entity::external_id; may be empty
};

/// One word of a name that is given word by word.
struct GazetteerWord {
  std::string text;
  bool any_case = false;  ///< small and capital letters are alike
};

/// Names and patterns that the user knows: people, companies, products, case numbers, as many as fit into memory.
///
/// Names are matched word by word, whatever spaces and line breaks stand between the words, the longest one first; the
/// cost of a match is one pass over the text, however many names there are. Patterns are regular expressions of re2,
/// matched over the normalised text of each section (`^` and `$` are its ends): quotation marks and apostrophes are
/// straight or directed ones of one kind each, spaces are ' '. A match begins and ends where a word does, and has at
/// most 256 bytes.
///
/// Thread safety: immutable; any number of threads may use one at once. Copies are cheap and share everything.
class Gazetteer {
 public:
  /// No names.
  Gazetteer() = default;

  /// Entries, names and patterns.
  [[nodiscard]] std::size_t entries() const;
  [[nodiscard]] std::size_t names() const;
  [[nodiscard]] std::size_t patterns() const;
  /// Bytes that it holds, patterns aside.
  [[nodiscard]] std::size_t memory() const;
  [[nodiscard]] bool empty() const { return impl_ == nullptr; }

  /// A form to keep or to send to another process, and what it was made from. Throws Error(kModelCorrupt) where the
  /// bytes are not those of `to_bytes`, and Error(kModelVersion) where another version made them.
  [[nodiscard]] std::string to_bytes() const;
  [[nodiscard]] static Gazetteer from_bytes(std::string_view bytes);

  struct Impl;
  [[nodiscard]] const Impl* impl() const { return impl_.get(); }

 private:
  friend class GazetteerBuilder;
  std::shared_ptr<const Impl> impl_;
};

/// Collects entries and makes a Gazetteer of them. Entries of one label and id are one, called as the first of them
/// says; where two entries have the same name, the first one keeps it.
class GazetteerBuilder {
 public:
  static constexpr std::size_t kMostWords = 32;  ///< of one name

  GazetteerBuilder();
  ~GazetteerBuilder();
  GazetteerBuilder(GazetteerBuilder&&) noexcept;
  GazetteerBuilder& operator=(GazetteerBuilder&&) noexcept;

  /// The number of the entry, for its names and patterns.
  std::uint32_t add_entry(const GazetteerEntry& entry);
  /// A name as texts write it, capitals included; a full stop after a word may be missing on either side. Throws
  /// Error(kInvalidName) where it has no word or more than kMostWords.
  void add_name(std::uint32_t entry, std::string_view name);
  void add_name(std::uint32_t entry, std::span<const GazetteerWord> words);
  /// Throws Error(kInvalidPattern) where re2 cannot read the expression, or it matches nothing but the empty text.
  void add_pattern(std::uint32_t entry, std::string_view pattern);

  [[nodiscard]] Gazetteer build() &&;

 private:
  struct Draft;
  std::unique_ptr<Draft> draft_;
};

}  // namespace pullquote
