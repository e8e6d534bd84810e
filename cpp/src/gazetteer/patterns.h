#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// The user's regular expressions. re2 takes time linear in the text for one search; looking for all matches by
// searching again and again can still be quadratic ("x.*y|x" in "xxxx…" looks as far as the end for each x), so each
// search looks no further than kLongestMatch beyond the place where a match may begin.

namespace pullquote::gazetteer {

inline constexpr std::size_t kLongestMatch = 256;  // bytes

class Patterns {
 public:
  struct Pattern {
    std::string text;
    std::uint32_t entry = 0;
    std::unique_ptr<const re2::RE2> expression;
  };
  struct Found {
    std::size_t begin;  // bytes
    std::size_t end;
    std::uint32_t entry;
    std::uint32_t pattern;
  };

  /// Throws Error(kInvalidPattern).
  void add(std::string_view text, std::uint32_t entry);
  /// To be called after the last `add`.
  void finish();

  [[nodiscard]] const std::vector<Pattern>& all() const { return all_; }
  /// Appends the matches of all patterns, none of them empty; those of one pattern do not overlap.
  void find(std::string_view text, std::vector<Found>& found) const;

 private:
  void find(std::uint32_t pattern, std::string_view text, std::vector<Found>& found) const;

  std::vector<Pattern> all_;
  std::unique_ptr<const re2::RE2::Set> set_;  // says which patterns match at all; null where there are few, or too many
};

}  // namespace pullquote::gazetteer
