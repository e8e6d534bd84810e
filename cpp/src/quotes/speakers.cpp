#include "speakers.h"

#include <algorithm>
#include <optional>

#include "phrases.h"

namespace pullquote::quotes {

namespace {

/// The entities mentioned inside content, ascending, without the speaker.
std::vector<std::uint32_t> entities_in(const entities::Linked& linked, const Quote& quote) {
  std::vector<std::uint32_t> found;
  for (const auto range : quote.content) {
    auto mention = std::partition_point(linked.mentions.begin(), linked.mentions.end(),
                                        [&](const auto& m) { return m.tokens.first < range.first; });
    for (; mention != linked.mentions.end() && mention->tokens.first < range.last; ++mention) {
      if (mention->entity != quote.speaker) found.push_back(mention->entity);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

TokenRange antecedent(const Article& a, TokenRange source) {
  if (source.size() != 1 || !a.is(source.first, kRelative)) {
    // A relative clause or a parenthesis says more of whoever speaks, and who that is stands before it.
    for (auto i = source.first + 1; i < source.last; ++i) {
      if (a.is_char(i, '(')) return {source.first, i};
      if (a.is(i, kRelative) && a.mention(i) == nullptr) return {source.first, a.is_char(i - 1, ',') ? i - 1 : i};
    }
    return source;
  }
  auto i = source.first;
  while (i > 0 && a.is_char(i - 1, ',')) --i;
  return subject_before(a, i, a.sentence(source.first).first).value_or(source);
}

void identify(const tokens::TokenizedText& text, entities::Linked& linked, const std::vector<TokenRange>& sources,
              std::vector<Quote>& quotes) {
  std::vector<TokenRange> given;
  for (const auto source : sources) {
    if (!source.empty()) given.push_back(source);
  }
  const auto speakers = entities::resolve_sources(text, linked, given);
  auto speaker = speakers.begin();
  for (std::size_t q = 0; q < quotes.size(); ++q) {
    if (!sources[q].empty()) quotes[q].speaker = *speaker++;
    quotes[q].about = entities_in(linked, quotes[q]);
  }
}

}  // namespace pullquote::quotes
