#include "article.h"

#include <algorithm>

#include "model/flag_table.h"

namespace pullquote::entities {

using features::kCommonWord;
using features::kFunction;

HashMap::HashMap(std::size_t expected) {
  std::size_t size = 16;
  while (size < expected * 2) size *= 2;
  slots_.resize(size);
}

std::size_t HashMap::slot(std::uint64_t key) const {
  auto at = static_cast<std::size_t>(key) & (slots_.size() - 1);
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void HashMap::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const auto& s : old) {
    if (s.key != 0) slots_[slot(s.key)] = s;
  }
}

std::uint32_t& HashMap::operator[](std::uint64_t key) {
  if (key == 0) key = 1;
  auto at = slot(key);
  if (slots_[at].key == 0) {
    if ((used_ + 1) * 2 > slots_.size()) {
      grow();
      at = slot(key);
    }
    slots_[at].key = key;
    ++used_;
  }
  return slots_[at].value;
}

std::uint32_t HashMap::find(std::uint64_t key) const { return slots_[slot(key == 0 ? 1 : key)].value; }

Article::Article(const tokens::TokenizedText& article_text, const features::Words& article_words, bool boilerplate)
    : text(article_text),
      words(article_words),
      flags_(article_words.size()),
      sentence_of_(article_words.size()),
      hashes_(article_words.size()),
      counts_(article_words.size() / 3),
      pairs_(article_words.size() / 16) {
  for (std::uint32_t i = 0; i < size(); ++i) hashes_[i] = model::hash64(words.lower(i));
  if (!boilerplate) {
    for (const auto& section : text.sections) {
      if (section.kind == SectionKind::kBoilerplate) set(section.tokens, kSkipped);
    }
  }
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const auto& sentence = text.sentences[s];
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) sentence_of_[i] = s;
    mark_sentence(sentence);
    mark_shouting(sentence.tokens);
    count_sentence(sentence.tokens);
  }
}

// A line is in title case where at least four of five words of weight are capitalised (all of them where it ends like a
// sentence) and two of them are words that English writes small; so "Kim Jong Un, Moon Jae In" is not.
void Article::mark_sentence(const tokens::Sentence& sentence) {
  const auto range = sentence.tokens;
  std::uint32_t heavy = 0;
  std::uint32_t capital = 0;
  std::uint32_t common = 0;
  bool initial = true;
  for (auto i = range.first; i < range.last; ++i) {
    const auto& t = token(i);
    if (t.kind == TokenKind::kWord || t.kind == TokenKind::kNumber) {
      if (initial) flags_[i] |= kInitial;
      initial = false;
    }
    if (t.kind == TokenKind::kQuote && t.side != tokens::QuoteSide::kClose) initial = true;
    if (t.kind == TokenKind::kPunctuation && !is_char(i, ',') && !is_char(i, '(') && !is_char(i, ')') &&
        !is_char(i, '-')) {
      initial = true;
    }
    if (t.kind != TokenKind::kWord) continue;
    const bool function = words.is(i, kFunction);
    if (!function && t.end - t.begin >= 4) {
      ++heavy;
      if (t.upper) ++capital;
    }
    if (t.upper && (flags_[i] & kInitial) == 0 && (function || (words.names(i) & kCommonWord) != 0)) ++common;
  }
  const bool enough = is_char(range.last - 1, '.') ? capital == heavy : capital * 5 >= heavy * 4;
  if (heavy >= 3 && enough && common >= 2) set(range, kTitleCase);
}

// Two words or more in capitals, one of them a word that English writes small: "THE MANY CAVEATS", not "US FDA".
void Article::mark_shouting(TokenRange range) {
  auto first = range.first;
  std::uint32_t upper = 0;
  bool common = false;
  for (auto i = range.first; i <= range.last; ++i) {
    if (i < range.last &&
        (!is_word(i) || token(i).all_upper || (token(i).upper && token(i).end - token(i).begin == 1))) {
      if (!is_word(i)) continue;
      ++upper;
      const auto word = words.lower(i);
      if (token(i).all_upper && word != "us" && word != "who" && word != "it") {
        common = common || words.is(i, kFunction) || (words.names(i) & kCommonWord) != 0;
      }
      continue;
    }
    if (upper >= 2 && common) set({first, i}, kTitleCase);
    first = i + 1;
    upper = 0;
    common = false;
  }
}

void Article::count_sentence(TokenRange range) {
  for (auto i = range.first; i < range.last; ++i) {
    if (!is_word(i) || has(i, kTitleCase | kSkipped)) continue;
    if (!token(i).upper) {
      auto& count = counts_[hashes_[i]];
      if ((count & 0xffff) != 0xffff) ++count;
    } else if (!has(i, kInitial)) {
      auto& count = counts_[hashes_[i]];
      if ((count >> 16) != 0xffff) count += 0x10000;
      if (i + 1 < range.last && is_capitalised(i + 1)) pairs_[hashes_[i] * 31 + hashes_[i + 1]] = 1;
    }
  }
}

bool Article::pair_capitalised(std::uint32_t i) const {
  return i + 1 < size() && pairs_.find(hashes_[i] * 31 + hashes_[i + 1]) != 0;
}

}  // namespace pullquote::entities
