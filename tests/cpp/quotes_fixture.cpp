#include "quotes_fixture.h"

#include <utility>

#include "article.h"
#include "attribution.h"
#include "content_edges.h"
#include "known_verbs.h"
#include "quotes/quotations.h"
#include "reported_speech.h"
#include "source_names.h"

namespace pullquote::quotes {

namespace {

std::string join(const tokens::TokenizedText& text, const std::vector<tokens::TokenRange>& ranges) {
  if (ranges.empty()) return "-";
  std::string out;
  for (const auto range : ranges) {
    if (!out.empty()) out += " ## ";
    out += text.text->view({text.tokens[range.first].begin, text.tokens[range.last - 1].end});
  }
  return out;
}

/// What `print` makes of each quote in an article, found by rules alone, with a separator between each two.
template <class Print>
std::string print_each(const std::string& article, const Verbs& verbs, char separator, const Print& print) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = entities::test_words(tokens);
  auto linked = entities::find_as_shipped(tokens, false);
  std::string out;
  for (const auto& quote : find(tokens, words, linked, syntax::Parse(), Model(), false, verbs)) {
    if (!out.empty()) out += separator;
    out += print(quote, tokens, linked);
  }
  return out;
}

}  // namespace

std::string print_quotes(const std::string& article, const Verbs& verbs) {
  return print_each(article, verbs, '\n', [](const Quote& quote, const auto& tokens, const auto& linked) {
    std::string out;
    out += std::string(name_of(quote.kind, kQuoteKindNames)) + ' ';
    out += (quote.speaker ? linked.entities[*quote.speaker].name : "-") + " <";
    out += join(tokens, quote.source) + '|' + join(tokens, quote.cue) + "> " + join(tokens, quote.content);
    if (quote.polarity != Polarity::kAsserted) out += " !" + std::string(name_of(quote.polarity, kPolarityNames));
    return out;
  });
}

std::string print_left_over(const std::string& article, const std::string& told) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = entities::test_words(tokens);
  const auto linked = entities::find_as_shipped(tokens, false);
  const syntax::Parse parse;
  const Article reading(tokens, words, linked, parse, false, stand_ins(words, parse, {}));
  Attributions found(reading);
  if (!told.empty()) {
    const auto first = article.find(told);
    Attribution known;
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
      const auto begin = tokens.tokens[i].begin;
      if (begin >= first && begin < first + told.size()) known.content.push_back({i, i + 1});
    }
    found.add(reading, std::move(known));
  }
  const auto before = found.list.size();
  attribute_left_over(reading, found);
  std::string out;
  for (auto i = before; i < found.list.size(); ++i) {
    const auto& a = found.list[i];
    if (!out.empty()) out += '\n';
    out += '<' + join(tokens, a.source) + '|' + join(tokens, a.cue) + "> " + join(tokens, a.content);
  }
  return out;
}

namespace {

struct Starred {
  std::string plain;
  std::vector<std::size_t> stars;  // where they stood
};

Starred without_stars(const std::string& article) {
  Starred out;
  for (const auto c : article) {
    if (c == '*') {
      out.stars.push_back(out.plain.size());
    } else {
      out.plain += c;
    }
  }
  return out;
}

/// An article whose only known grammar is which words are finite verbs: those that begin with '*'.
struct Marked {
  explicit Marked(const std::string& article) : Marked(without_stars(article)) {}
  explicit Marked(Starred starred) : plain(std::move(starred.plain)) {
    parse.tags.assign(tokens.tokens.size(), syntax::Tag::kNoun);
    for (const auto verb : starred.stars) parse.tags[token_at(verb)] = syntax::Tag::kVerbPast;
  }

  [[nodiscard]] std::uint32_t token_at(std::size_t byte) const {
    std::uint32_t token = 0;
    while (token < tokens.tokens.size() && tokens.tokens[token].begin < byte) ++token;
    return token;
  }
  [[nodiscard]] tokens::TokenRange range_of(const std::string& part) const {
    const auto first = plain.find(part);
    return {token_at(first), token_at(first + part.size())};
  }

  std::string plain;
  text::Text text{plain};
  tokens::TokenizedText tokens = tokens::analyse(text);
  features::Words words = entities::test_words(tokens);
  entities::Linked linked = entities::find_as_shipped(tokens, false);
  syntax::Parse parse;
  Article reading{tokens, words, linked, parse, false, stand_ins(words, {}, {})};
};

}  // namespace

std::string print_named_source(const std::string& article, const std::string& source, const std::string& anchor) {
  const Marked marked(article);
  return join(marked.tokens,
              named_sources(marked.reading, {marked.range_of(source)}, marked.token_at(marked.plain.find(anchor))));
}

std::string print_trimmed(const std::string& article, const std::string& content, std::uint32_t anchor) {
  const Marked marked(article);
  return join(marked.tokens, trimmed_content(marked.reading, {marked.range_of(content)}, anchor));
}

std::string parallel_word(const std::string& article, const std::string& content, const std::string& cue,
                          const std::string& participle) {
  Marked marked(article);
  const auto anchor = marked.token_at(marked.plain.find(cue)), hanging = marked.token_at(marked.plain.find(participle));
  marked.parse.heads.assign(marked.tokens.tokens.size(), syntax::kRoot);
  marked.parse.heads[hanging] = anchor;
  marked.parse.tags[hanging] = syntax::Tag::kVerbIng;
  const auto found = parallel_participle(marked.reading, marked.range_of(content), anchor);
  return found == Article::kNone ? "-" : std::string(marked.tokens.word(found));
}

std::string print_manners(const std::string& article, const Verbs& verbs) {
  return print_each(article, verbs, ' ', [](const Quote& quote, const auto&, const auto&) {
    return quote.manner ? name_of(*quote.manner, kMannerNames) : "-";
  });
}

std::string print_quotations(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  std::string out;
  for (const auto& quotation : find_quotations(tokens, false)) {
    if (!out.empty()) out += '\n';
    if (quotation.continues) out += '+';
    out += '[' + join(tokens, {quotation.inside});
    if (quotation.closed) out += ']';
  }
  return out;
}

}  // namespace pullquote::quotes
