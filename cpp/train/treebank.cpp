#include "treebank.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <string_view>

#include "readers.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

struct Word {
  Span span;  // code points of the document
  bool space_before = false;
  std::string tag, universal, relation;
  std::uint32_t head = 0;
};

struct Builder {
  std::string name;
  std::string text;
  std::uint32_t size = 0;  // code points of `text`
  bool space = false;
  std::vector<Word> words;
  std::vector<std::uint32_t> sentence_ends;

  void add_text(std::string_view piece) {
    text += piece;
    for (const char c : piece) size += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  }
  void end_sentence() {
    if (!words.empty() && (sentence_ends.empty() || sentence_ends.back() < words.size())) {
      sentence_ends.push_back(static_cast<std::uint32_t>(words.size()));
    }
  }
  [[nodiscard]] std::uint32_t sentence_begin() const { return sentence_ends.empty() ? 0 : sentence_ends.back(); }
};

// Where each code point of the original lies in the view; what the view leaves out lies where the next one does.
std::vector<std::uint32_t> view_places(const text::Text& text) {
  std::vector<std::uint32_t> places(text.size() + 1, static_cast<std::uint32_t>(text.view().size()));
  const auto view = text.view();
  for (std::uint32_t at = 0; at < view.size();) {
    const auto length = text::decode(view, at).length;
    auto& place = places[text.to_original({at, at + length}).start];
    place = std::min(place, at);
    at += length;
  }
  for (auto i = text.size(); i-- > 0;) places[i] = std::min(places[i], places[i + 1]);
  return places;
}

tokens::Token guess_token(std::string_view word) {
  tokens::Token token;
  std::size_t letters = 0;
  bool lower = false;
  bool upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = text::decode(word, at);
    if (text::is_letter(c.code_point)) {
      if (letters == 0) token.upper = text::is_upper(c.code_point);
      ++letters;
      lower = lower || text::is_lower(c.code_point);
      upper = upper || text::is_upper(c.code_point);
    }
    at += c.length;
  }
  token.all_upper = letters > 1 && upper && !lower;
  if (letters == 0) {
    const auto first = text::decode(word, 0).code_point;
    token.kind = text::is_digit(first) ? tokens::TokenKind::kNumber : tokens::TokenKind::kPunctuation;
  }
  return token;
}

TreebankDocument finish(Builder&& builder) {
  TreebankDocument document;
  document.name = std::move(builder.name);
  document.original = std::make_unique<const std::string>(std::move(builder.text));
  document.text = std::make_unique<const text::Text>(*document.original);
  const auto own = tokens::analyse(*document.text);
  std::map<std::pair<std::uint32_t, std::uint32_t>, const tokens::Token*> own_tokens;
  for (const auto& token : own.tokens) own_tokens[{token.begin, token.end}] = &token;
  const auto places = view_places(*document.text);

  auto& tokens = document.tokens;
  tokens.text = document.text.get();
  for (auto& word : builder.words) {
    const auto begin = places[word.span.start];
    const auto end = places[word.span.end];
    const auto found = own_tokens.find({begin, end});
    auto token = found != own_tokens.end() ? *found->second : guess_token(document.text->view({begin, end}));
    token.begin = begin;
    token.end = end;
    token.space_before = word.space_before;
    while (token.end > token.begin && document.text->view()[token.end - 1] == ' ') --token.end;
    tokens.tokens.push_back(token);
    document.tags.push_back(std::move(word.tag));
    document.universal.push_back(std::move(word.universal));
    document.heads.push_back(word.head);
    document.relations.push_back(std::move(word.relation));
  }
  std::uint32_t first = 0;
  for (const auto end : builder.sentence_ends) {
    tokens.sentences.push_back({.tokens = {first, end}, .section = 0});
    first = end;
  }
  tokens.sections.push_back({.kind = SectionKind::kParagraph,
                             .tokens = {0, first},
                             .sentences = {0, static_cast<std::uint32_t>(tokens.sentences.size())}});
  return document;
}

}  // namespace

std::vector<TreebankDocument> read_treebank(const std::filesystem::path& file) {
  std::vector<TreebankDocument> documents;
  Builder builder;
  bool paragraph = false;
  std::uint32_t multiword_end = 0;
  bool multiword_space = true;
  std::size_t line_number = 0;
  const auto close = [&] {
    builder.end_sentence();
    if (!builder.words.empty()) documents.push_back(finish(std::move(builder)));
    builder = Builder();
  };
  each_line(file, [&](std::string_view line) {
    ++line_number;
    const auto fail = [&](const char* what) {
      throw std::runtime_error(file.string() + ":" + std::to_string(line_number) + ": " + what);
    };
    if (line.empty()) {
      builder.end_sentence();
      return;
    }
    if (line.starts_with("# newdoc id = ")) {
      close();
      builder.name = line.substr(14);
    }
    if (line.starts_with("# newpar")) paragraph = true;
    if (line[0] == '#') return;
    const auto fields = split(line, '\t');
    if (fields.size() != 10) fail("not ten columns");
    const auto number = [&](std::string_view text) {
      std::uint32_t value = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) fail("not a number");
      return value;
    };
    const bool space_after = fields[9].find("SpaceAfter=No") == std::string::npos;
    if (const auto dash = fields[0].find('-'); dash != std::string::npos) {
      multiword_end = number(std::string_view(fields[0]).substr(dash + 1));
      multiword_space = space_after;
      return;
    }
    if (fields[0].find('.') != std::string::npos) return;  // an empty node of the enhanced graph
    const auto index = number(fields[0]);
    const auto begin = builder.sentence_begin();
    if (index != builder.words.size() - begin + 1) fail("words out of order");
    if (fields[1].empty()) fail("an empty word");
    if (paragraph && !builder.text.empty()) {
      builder.add_text("\n\n");
      builder.space = true;
    } else if (builder.space) {
      builder.add_text(" ");
    }
    paragraph = false;
    auto& word = builder.words.emplace_back();
    word.space_before = builder.space || builder.words.size() == 1;
    word.span.start = builder.size;
    builder.add_text(fields[1]);
    word.span.end = builder.size;
    word.universal = fields[3];
    word.tag = fields[4];
    word.relation = fields[7];
    const auto head = number(fields[6]);
    word.head = begin + (head == 0 ? index : head) - 1;
    builder.space = space_after;
    if (index < multiword_end) builder.space = false;
    if (index == multiword_end) {
      builder.space = multiword_space;
      multiword_end = 0;
    }
  });
  close();
  for (const auto& document : documents) {
    for (const auto& sentence : document.tokens.sentences) {
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        if (!sentence.tokens.contains(document.heads[i])) {
          throw std::runtime_error(file.string() + ": a head outside its sentence in " + document.name);
        }
      }
    }
  }
  return documents;
}

}  // namespace pullquote::train
