#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "errors.h"
#include "schema.h"

namespace pullquote::python {

namespace {

/// A value somewhere inside a document, which knows its place for the message that it is wrong. The place is spelled
/// out only then: nodes point to the one they lie in.
class Node {
 public:
  explicit Node(py::handle value) : value_(py::reinterpret_borrow<py::object>(value)) {}

  [[nodiscard]] py::handle value() const { return value_; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] bool is_null() const { return value_.is_none(); }

  [[nodiscard]] std::string place() const {
    if (parent_ == nullptr) return "";
    const std::string outer = parent_->place();
    if (key_ == nullptr) return outer + "[" + std::to_string(index_) + "]";
    return outer.empty() ? key_ : outer + "." + key_;
  }

  [[noreturn]] void fail(const std::string& what) const { raise_invalid_input(what, place()); }

  [[nodiscard]] bool has(const char* key) const { return members().contains(key); }

  [[nodiscard]] Node operator[](const char* key) const {
    const py::dict dict = members();
    if (!dict.contains(key)) fail("\"" + std::string(key) + "\" is missing");
    return Node(py::object(dict[key]), this, key, 0);
  }

  template <class Read>
  [[nodiscard]] auto list(const Read& read) const {
    if (!is_list()) fail("expected a list, found " + type_name(value_));
    // A tuple of our own: nothing that reading an element does can change it.
    const py::tuple items(value_);
    std::vector<decltype(read(*this))> out;
    out.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) out.push_back(read(Node(items[i], this, nullptr, i)));
    return out;
  }

  [[nodiscard]] py::str string() const {
    if (!PyUnicode_Check(value_.ptr())) fail("expected a string, found " + type_name(value_));
    return py::reinterpret_borrow<py::str>(value_);
  }

  [[nodiscard]] bool boolean() const {
    if (!PyBool_Check(value_.ptr())) fail("expected true or false, found " + type_name(value_));
    return value_.ptr() == Py_True;
  }

  /// A whole number of [least, most].
  [[nodiscard]] std::uint32_t number(std::size_t least, std::size_t most) const {
    if (!PyLong_Check(value_.ptr()) || PyBool_Check(value_.ptr())) {
      fail("expected a whole number, found " + type_name(value_));
    }
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(value_.ptr(), &overflow);
    if (overflow != 0 || number < static_cast<long long>(least) || number > static_cast<long long>(most)) {
      const std::string range =
          least == most ? std::to_string(least) : std::to_string(least) + " to " + std::to_string(most);
      fail("expected " + range + ", found " + (overflow != 0 ? "a far larger number" : std::to_string(number)));
    }
    return static_cast<std::uint32_t>(number);
  }

  /// A number of [0, 1].
  [[nodiscard]] float share() const {
    const double number = real();
    if (!(number >= 0 && number <= 1)) fail("expected a number from 0 to 1");
    return static_cast<float>(number);
  }

  /// A number of 0 or more.
  [[nodiscard]] double amount() const {
    const double number = real();
    if (!(number >= 0) || std::isinf(number)) fail("expected a number of 0 or more");
    return number;
  }

  [[nodiscard]] bool is_list() const { return PyList_Check(value_.ptr()) || PyTuple_Check(value_.ptr()); }

  template <class Enum, std::size_t N>
  [[nodiscard]] Enum one_of(const std::array<std::string_view, N>& names) const {
    const std::string name = to_utf8(string());
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      std::string all;
      for (const auto& known : names) all += (all.empty() ? "" : ", ") + std::string(known);
      fail("expected one of " + all);
    }
    return static_cast<Enum>(found - names.begin());
  }

 private:
  Node(py::handle value, const Node* parent, const char* key, std::size_t index)
      : value_(py::reinterpret_borrow<py::object>(value)), parent_(parent), key_(key), index_(index) {}

  [[nodiscard]] double real() const {
    if (!(PyFloat_Check(value_.ptr()) || PyLong_Check(value_.ptr())) || PyBool_Check(value_.ptr())) {
      fail("expected a number, found " + type_name(value_));
    }
    const double number = PyFloat_AsDouble(value_.ptr());
    if (PyErr_Occurred() != nullptr) PyErr_Clear();  // an integer too large for a float: -1, out of every range
    return number;
  }

  [[nodiscard]] py::dict members() const {
    if (!PyDict_Check(value_.ptr())) fail("expected an object, found " + type_name(value_));
    return py::reinterpret_borrow<py::dict>(value_);
  }

  py::object value_;
  const Node* parent_ = nullptr;
  const char* key_ = nullptr;
  std::size_t index_ = 0;
};

class Reader {
 public:
  explicit Reader(const Node& document)
      : article_(document["text"].string(), id(document["id"]), published(document["published"])),
        length_(static_cast<std::size_t>(PyUnicode_GET_LENGTH(article_.text.ptr()))),
        entities_(PySequence_Size(document["entities"].value().ptr())) {
    if (PyErr_Occurred() != nullptr) PyErr_Clear();  // not a list at all: reading it will say so
  }

  std::shared_ptr<Record> read(const Node& document) const {
    if (document.has("schema")) (void)document["schema"].number(kSchemaVersion, kSchemaVersion);
    auto record = std::make_shared<Record>();
    record->text = article_.text;
    record->id = article_.id;
    record->published = article_.published;
    record->results.sections = document["sections"].list([this](const Node& node) {
      return Section{node["kind"].one_of<SectionKind>(kSectionKindNames), span(node)};
    });
    record->results.entities = document["entities"].list([this](const Node& node) { return entity(node); });
    record->results.quotes = document["quotes"].list([this](const Node& node) { return quote(node); });
    return record;
  }

 private:
  static py::object id(const Node& node) { return node.is_null() ? py::object(py::none()) : node.string(); }

  static py::object published(const Node& node) {
    if (node.is_null()) return py::none();
    try {
      (void)parse_date(to_utf8(node.string()));
    } catch (const Error& error) {
      node.fail(error.problem());
    }
    return node.string();
  }

  [[nodiscard]] Span span(const Node& node) const {
    const Node first = node["start"];
    const Span span{.start = first.number(0, length_), .end = node["end"].number(first.number(0, length_), length_)};
    if (node.has("text")) {
      const Node text = node["text"];
      const py::str expected =
          py::reinterpret_steal<py::str>(PyUnicode_Substring(article_.text.ptr(), span.start, span.end));
      if (!expected.equal(text.string())) text.fail("the document's text has other words between start and end");
    }
    return span;
  }

  [[nodiscard]] std::vector<Span> spans(const Node& node) const {
    return node.list([this](const Node& item) { return span(item); });
  }

  [[nodiscard]] std::uint32_t entity_id(const Node& node) const {
    if (entities_ <= 0) node.fail("the document has no entity to refer to");
    return node.number(0, static_cast<std::size_t>(entities_) - 1);
  }

  [[nodiscard]] std::optional<std::uint32_t> optional_entity_id(const Node& node) const {
    if (node.is_null()) return std::nullopt;
    return entity_id(node);
  }

  static std::optional<std::string> optional_string(const Node& node) {
    if (node.is_null()) return std::nullopt;
    return to_utf8(node.string());
  }

  static std::optional<Manner> optional_manner(const Node& node) {
    if (node.is_null()) return std::nullopt;
    return node.one_of<Manner>(kMannerNames);
  }

  // An id is the place in the list, so that a reference is one step.
  static void check_id(const Node& node, std::size_t place) { (void)node["id"].number(place, place); }

  [[nodiscard]] static std::string optional_day(const Node& node) {
    if (node.is_null()) return {};
    auto day = to_utf8(node.string());
    try {
      (void)parse_date(day);
    } catch (const Error& error) {
      node.fail(error.problem());
    }
    return day;
  }

  // Codes of countries and currencies, or null where there may be none.
  [[nodiscard]] static std::string code(const Node& node, std::size_t size, bool optional) {
    if (optional && node.is_null()) return {};
    auto code = to_utf8(node.string());
    const bool sound =
        code.size() == size && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!sound) node.fail("expected " + std::to_string(size) + " capital letters");
    return code;
  }

  [[nodiscard]] static MoneyValue money(const Node& node) {
    MoneyValue money{.currency = code(node["currency"], 3, true)};
    const Node amount = node["amount"];
    if (amount.is_null()) return money;
    if (amount.is_list()) {
      const auto ends = amount.list([](const Node& end) { return end.amount(); });
      if (ends.size() != 2 || ends[0] > ends[1]) amount.fail("expected the lower and the higher end of a range");
      money.low = ends[0];
      money.high = ends[1];
    } else {
      money.low = money.high = amount.amount();
    }
    return money;
  }

  [[nodiscard]] static std::optional<Value> value(const Node& node) {
    if (node.is_null()) return std::nullopt;
    const Node type = node["type"];
    if (type.string().equal(py::str("money"))) return money(node);
    if (node.has("country")) {
      return PlaceValue{type.one_of<PlaceType>(kPlaceTypeNames), code(node["country"], 2, false),
                        code(node["alpha3"], 3, false)};
    }
    const Node iso = node["iso"];
    return DateValue{type.one_of<DateType>(kDateTypeNames), iso.is_null() ? std::string() : to_utf8(iso.string()),
                     optional_day(node["start"]), optional_day(node["end"])};
  }

  [[nodiscard]] Entity entity(const Node& node) const {
    check_id(node, node.index());
    Entity entity{
        .label = node["label"].one_of<Label>(kLabelNames),
        .named = node["named"].boolean(),
        .name = to_utf8(node["name"].string()),
        .aliases = node["aliases"].list([](const Node& alias) { return to_utf8(alias.string()); }),
        .role = optional_string(node["role"]),
        .affiliation = optional_entity_id(node["affiliation"]),
        // Documents that were written before there were gazetteers have none.
        .external_id = node.has("external_id") ? optional_string(node["external_id"]) : std::nullopt,
        .value = value(node["value"]),
        .salience = node["salience"].share(),
        .mentions = node["mentions"].list([this](const Node& item) {
          return Mention{span(item), item["kind"].one_of<MentionKind>(kMentionKindNames), item["confidence"].share()};
        })};
    if (entity.mentions.empty()) node["mentions"].fail("an entity has at least one mention");
    return entity;
  }

  [[nodiscard]] Quote quote(const Node& node) const {
    check_id(node, node.index());
    Quote quote{.kind = node["kind"].one_of<QuoteKind>(kQuoteKindNames),
                .speaker = optional_entity_id(node["speaker"]),
                .content = spans(node["content"]),
                .cue = spans(node["cue"]),
                .source = spans(node["source"]),
                .about = node["about"].list([this](const Node& item) { return entity_id(item); }),
                .manner = optional_manner(node["manner"]),
                .polarity = node["polarity"].one_of<Polarity>(kPolarityNames),
                .confidence = node["confidence"].share()};
    if (quote.content.empty()) node["content"].fail("a quote has at least one span of content");
    return quote;
  }

  Article article_;
  std::size_t length_;
  Py_ssize_t entities_;
};

}  // namespace

std::shared_ptr<Record> read_document(py::handle source) {
  if (!PyDict_Check(source.ptr())) {
    raise_input_type("expected a dict as to_dict gives it, found " + type_name(source), "document");
  }
  const Node document(source);
  return Reader(document).read(document);
}

}  // namespace pullquote::python
