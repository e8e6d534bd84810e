#include "nicknames_in_names.h"

#include <algorithm>

namespace pullquote::entities {

namespace {

constexpr std::uint32_t kLongestNickname = 3;  // words

/// Whether an opening mark, some capitalised words and a closing mark are all there is in a range.
bool is_nickname(const Article& article, TokenRange range) {
  if (range.size() < 3 || range.size() > kLongestNickname + 2) return false;
  const auto& tokens = article.text.tokens;
  const auto &open = tokens[range.first], &close = tokens[range.last - 1];
  if (open.kind != tokens::TokenKind::kQuote || close.kind != tokens::TokenKind::kQuote ||
      open.single_mark != close.single_mark || open.side == tokens::QuoteSide::kClose ||
      close.side == tokens::QuoteSide::kOpen) {
    return false;
  }
  for (auto i = range.first + 1; i + 1 < range.last; ++i) {
    if (tokens[i].kind != tokens::TokenKind::kWord || !tokens[i].upper) return false;
  }
  return true;
}

/// Whether a surname goes on after the nickname that this given name ends before.
bool go_together(const Article& article, const Mention& given, const Mention& surname) {
  return given.names_person() && surname.names_person() &&
         is_nickname(article, {given.tokens.last, surname.tokens.first});
}

}  // namespace

void join_around_nicknames(const Article& article, std::vector<Mention>& mentions) {
  std::size_t kept = 0;
  for (const auto& mention : mentions) {
    // The nickname itself may be taken for a name.
    std::size_t back = 2;
    while (back > 0 && (back > kept || !go_together(article, mentions[kept - back], mention))) --back;
    if (back == 0) {
      mentions[kept++] = mention;
      continue;
    }
    auto& name = mentions[kept - back];
    name.tokens.last = mention.tokens.last;
    name.confidence = std::min(name.confidence, mention.confidence);
    kept -= back - 1;
  }
  mentions.resize(kept);
}

}  // namespace pullquote::entities
