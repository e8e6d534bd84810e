#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "pullquote/document.h"
#include "quotes/model.h"

namespace pullquote::quotes {

/// Something said, as the words of the text say it: whom a source means is settled later.
struct Attribution {
  std::vector<TokenRange> content;  // in order of the text, not overlapping
  std::vector<TokenRange> cue;
  std::vector<TokenRange> source;
  /// Where the words that attribute the last part of the content end: a quotation that follows directly goes on.
  std::uint32_t end = 0;
  Polarity polarity = Polarity::kAsserted;
  float confidence = 0;
};

/// Attributions of an article so far, and which quotations they account for.
struct Attributions {
  std::vector<Attribution> list;
  std::vector<std::uint32_t> owner;      // of each quotation: the attribution that it is content of, or Article::kNone
  std::vector<std::uint32_t> cue_owner;  // of each token: the attribution whose cue it is part of, or Article::kNone

  explicit Attributions(const Article& article)
      : owner(article.quotations.size(), Article::kNone), cue_owner(article.size(), Article::kNone) {}
  /// Whether each token is content of one.
  [[nodiscard]] std::vector<bool> told() const;
  [[nodiscard]] bool is_used(std::uint32_t token) const { return cue_owner[token] != Article::kNone; }
  /// Adds one. The quotations in its content are accounted for, the words of its cue are used.
  void add(const Article& article, Attribution attribution);
};

/// Attributions that a cue, a colon or a speaker's label states. Linear in the text.
[[nodiscard]] Attributions find_attributions(const Article& article, const Model& model);

}  // namespace pullquote::quotes
